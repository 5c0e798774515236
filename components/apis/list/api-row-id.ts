import type { ApiRef } from '@/lib/domain/api';

/** What tells rows of both services apart: an id alone may stand for a REST API and for an HTTP API. */
export const apiRowId = (api: ApiRef) => `${api.protocol} ${api.id}`;
