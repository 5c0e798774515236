import { defineMessages } from '../define.ts';

export const settings = defineMessages({});
