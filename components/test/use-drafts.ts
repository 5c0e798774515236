import { useState } from 'react';
import { helloWorld } from '@/lib/domain/event-templates/event-templates';
import { eventKey, parseEventKey, type TestEvent } from '@/lib/domain/test-event';
import type { EventDraft } from './event-editor';

const differs = (draft: EventDraft, saved: TestEvent) =>
  draft.name !== saved.name || draft.sharing !== saved.sharing || draft.body !== saved.body;

/** What is typed but not saved, by key of the event; the new event has the empty one. */
export function useDrafts(events: readonly TestEvent[], key: string) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, EventDraft>>>({});
  const saved = events.find((event) => eventKey(event) === key);
  const draft = drafts[key] ?? saved ?? { ...parseEventKey(key), body: helloWorld.body };
  return {
    saved,
    draft,
    isUnsaved: !saved || differs(draft, saved),
    /** Keys of saved events with other text than is saved. */
    unsaved: new Set(
      events.map(eventKey).filter((other, index) => {
        const [typed, event] = [drafts[other], events[index]];
        return typed && event && differs(typed, event);
      }),
    ),
    change(part: Partial<EventDraft>) {
      const { name, sharing, body } = draft;
      setDrafts((before) => ({ ...before, [key]: { name, sharing, body, ...part } }));
    },
    /** Brings back the text of a run: beside the saved event it came from, or as a new one. */
    bringBack(event: TestEvent | undefined, body: string) {
      const { name, sharing } = event ?? parseEventKey('');
      const of = event ? eventKey(event) : '';
      setDrafts((before) => ({ ...before, [of]: { name, sharing, body } }));
    },
    forget(...keys: readonly string[]) {
      setDrafts((before) =>
        Object.fromEntries(Object.entries(before).filter(([other]) => !keys.includes(other))),
      );
    },
  };
}
