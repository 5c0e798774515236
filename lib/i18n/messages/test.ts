import { defineMessages } from '../define.ts';

export const test = defineMessages({});
