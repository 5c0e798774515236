import { defineMessages } from '../define.ts';

export const ui = defineMessages({});
