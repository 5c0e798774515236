import { defineMessages } from '../define.ts';

export const code = defineMessages({});
