import { defineMessages } from '../define.ts';

export const create = defineMessages({});
