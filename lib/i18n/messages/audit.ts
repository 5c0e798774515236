import { defineMessages } from '../define.ts';

export const audit = defineMessages({});
