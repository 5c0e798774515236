import { defineMessages } from '../define.ts';

export const shell = defineMessages({});
