import { defineMessages } from '../define.ts';

export const configuration = defineMessages({});
