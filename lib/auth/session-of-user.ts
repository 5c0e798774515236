import 'server-only';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

/**
 * A plugin of better-auth that starts a session for a user who has proved elsewhere who they are. Callable by our own
 * code alone: it has no path, and better-auth's routes are not served.
 */
export const sessionOfUser = {
  id: 'session-of-user',
  endpoints: {
    startSessionOfUser: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string().min(1) }) },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.userId);
        if (!user) throw new Error('A session was asked for a user who does not exist.');
        const session = await internalAdapter.createSession(user.id);
        // `false` also drops a mark of better-auth's that would end the cookie with the browser.
        await setSessionCookie(context, { session, user }, false);
        return context.json({ user });
      },
    ),
  },
} as const;
