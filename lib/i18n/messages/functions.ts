import { defineMessages } from '../define.ts';

export const functions = defineMessages({});
