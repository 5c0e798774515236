import { CodeBlock } from '@/components/patterns/code-block';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import { proxyAddress } from '@/lib/domain/database-proxy';
import { proxyCode } from '@/lib/domain/proxy-code';
import { getTranslator } from '@/lib/i18n/server';
import type { DatabaseProxy } from '@/lib/queries/database-proxies';
import { routes, type Place } from '@/lib/routes';

/** How a function's code reaches a proxy: variables, Node.js and Python. */
export async function ProxyCode(props: { place: Place; functionName: string; proxy: DatabaseProxy }) {
  const t = await getTranslator('databases');
  const { place, functionName, proxy } = props;
  const code = proxyCode({
    ...proxyAddress(proxy.endpoint, proxy.engine),
    engine: proxy.engine === 'MYSQL' ? 'MYSQL' : 'POSTGRESQL',
    signIn: proxy.signIn,
    secretArn: proxy.secretArn,
    isTlsRequired: proxy.isTlsRequired,
  });
  const blocks = [
    { title: t('variables'), text: code.variables },
    { title: 'Node.js', text: code.node },
    { title: 'Python', text: code.python },
  ];
  return (
    <Disclosure summary={t('codeTitle', { name: proxy.name })}>
      <div className="flex flex-col gap-12">
        {blocks.map(({ title, text }) => (
          <CodeBlock key={title} title={title} text={text} copyLabel={t('copyCode', { what: title })} />
        ))}
        <TextLink href={routes.editConfiguration(place, functionName, 'environment')}>
          {t('goVariables')}
        </TextLink>
      </div>
    </Disclosure>
  );
}
