import { defineMessages } from '../define.ts';

export const connections = defineMessages({});
