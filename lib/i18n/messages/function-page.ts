import { defineMessages } from '../define.ts';

export const functionPage = defineMessages({});
