import Form from 'next/form';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';

/** Finds in a list by words that stand in the address as `find`; works before any script has loaded. */
export function FindForm(props: { href: string; label: string; text: string; act: string }) {
  return (
    <Form action={props.href} role="search" className="flex w-full max-w-field items-center gap-8">
      <TextInput
        key={props.text}
        type="search"
        name="find"
        aria-label={props.label}
        placeholder={props.label}
        defaultValue={props.text}
        data-shortcut="filter"
      />
      <Button type="submit">{props.act}</Button>
    </Form>
  );
}
