import { defineMessages } from '../define.ts';

export const failure = defineMessages({});
