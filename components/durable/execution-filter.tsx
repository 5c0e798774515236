import Form from 'next/form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/text-field';
import { TextLink } from '@/components/ui/text-link';
import { executionStatuses, isFiltered, type ExecutionFilter } from '@/lib/domain/durable-execution';
import { getTranslator } from '@/lib/i18n/server';

/** Narrows the list of executions; it stands in the address, and works before any script has loaded. */
export async function ExecutionFilterForm(props: {
  href: string;
  qualifier: string | undefined;
  filter: ExecutionFilter;
}) {
  const t = await getTranslator('durable');
  const { filter, href } = props;
  return (
    <Form
      key={JSON.stringify(filter)}
      action={href}
      role="search"
      aria-label={t('filter')}
      className="flex flex-wrap items-end gap-12"
    >
      {props.qualifier && <input type="hidden" name="qualifier" value={props.qualifier} />}
      <TextField label={t('name')} name="name" defaultValue={filter.name} maxLength={64} autoComplete="off" />
      <TextField label={t('startedAfter')} name="after" type="datetime-local" defaultValue={filter.after} />
      <TextField
        label={t('startedBefore')}
        name="before"
        type="datetime-local"
        defaultValue={filter.before}
      />
      <fieldset className="flex flex-wrap gap-12">
        <legend className="mb-4 font-medium">{t('statuses')}</legend>
        {executionStatuses.map((status) => (
          <Checkbox
            key={status}
            name="status"
            value={status}
            label={t(`status.${status}`)}
            defaultChecked={filter.statuses.includes(status)}
          />
        ))}
      </fieldset>
      <Button type="submit">{t('apply')}</Button>
      {isFiltered(filter) && <TextLink href={href}>{t('clear')}</TextLink>}
    </Form>
  );
}
