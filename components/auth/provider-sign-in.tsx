import { KeyRound } from 'lucide-react';
import { buttonClass } from '@/components/ui/button-style';
import { signInRoutes } from '@/lib/sign-in-routes';

/** The way to the OpenID provider, above the form of the local accounts. A plain link: it leads to another site. */
export function ProviderSignIn(props: { next?: string; words: { go: string; or: string } }) {
  return (
    <div className="mb-16 flex flex-col gap-16">
      <a href={signInRoutes.start(props.next)} className={`${buttonClass({})} w-full`}>
        <KeyRound aria-hidden size={16} strokeWidth={1.75} />
        <span className="truncate">{props.words.go}</span>
      </a>
      <p className="flex items-center gap-12 text-12 text-muted before:h-px before:flex-1 before:bg-edge after:h-px after:flex-1 after:bg-edge">
        {props.words.or}
      </p>
    </div>
  );
}
