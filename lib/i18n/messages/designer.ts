import { defineMessages } from '../define.ts';

export const designer = defineMessages({});
