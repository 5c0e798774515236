import { defineMessages } from '../define.ts';

export const monitor = defineMessages({});
