'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';

/**
 * A popup and whether it is open. It is loaded when the pointer or the focus comes near what opens it, so that a page
 * pays for popups only when somebody uses one. `near` goes on the button.
 */
export function usePopup<Props>(loader: () => Promise<ComponentType<Props>>) {
  const [Popup, setPopup] = useState<ComponentType<Props> | null>(null);
  const [open, setOpen] = useState(false);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  const load = () => {
    void loader().then((Loaded) => {
      if (isMounted.current) setPopup(() => Loaded);
    });
  };
  const show = () => {
    load();
    setOpen(true);
  };
  const near = {
    onPointerEnter: load,
    onFocus: load,
    onClick: () => (open ? setOpen(false) : show()),
  };
  return { Popup, open, setOpen, show, near };
}
