import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import { routes, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';

/** Functions of the account that use a version of a layer, each with the way to its own layers. */
export async function LayerUsers(props: {
  place: Place;
  users: Result<{ readonly names: readonly string[]; readonly isCut: boolean }, ConsoleError>;
}) {
  const t = await getTranslator('layers');
  const { place, users } = props;
  return (
    <Card title={t('users.title')} meta={users.ok ? `(${users.data.names.length})` : undefined}>
      {!users.ok && <Failure error={users.error} compact />}
      {users.ok && users.data.names.length === 0 && <EmptyLine>{t('users.none')}</EmptyLine>}
      {users.ok && users.data.names.length > 0 && (
        <ul className="flex flex-col gap-4">
          {users.data.names.map((name) => (
            <li key={name} className="flex flex-wrap items-center gap-x-12">
              <TextLink strong href={routes.function(place, name)}>
                {name}
              </TextLink>
              <TextLink href={routes.editCode(place, name, 'layers')}>{t('onFunction.edit')}</TextLink>
            </li>
          ))}
        </ul>
      )}
      {users.ok && users.data.isCut && <p className="mt-8 text-12 text-muted">{t('users.isCut')}</p>}
    </Card>
  );
}
