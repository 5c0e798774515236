import * as z from 'zod';
import { roles } from '@/lib/domain/roles';

export const passwordCharactersMin = 12;
export const passwordCharactersMax = 256;

const words = {
  name: 'Names are 1 to 64 letters, digits and . _ - @, and start with a letter or digit',
  password: `Passwords have ${passwordCharactersMin} to ${passwordCharactersMax} characters`,
};
const name = z
  .string()
  .trim()
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}$/, words.name);
const password = z
  .string()
  .min(passwordCharactersMin, words.password)
  .max(passwordCharactersMax, words.password);
const id = z.string().min(1).max(64);
const role = z.enum(roles);

export const newUserSchema = z.object({ name, role, password });
export const userIdSchema = z.object({ id, name: z.string().max(100) });
export const userRoleSchema = userIdSchema.extend({ role });
export const userPasswordSchema = userIdSchema.extend({ password });
export const ownPasswordSchema = z.object({ current: z.string().min(1).max(1_000), password });
