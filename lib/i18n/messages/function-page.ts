import { defineMessages } from '../define.ts';

/** Header and tabs of a function. */
export const functionPage = defineMessages({
  lambda: ['Lambda', 'Lambda'],
  functions: ['Functions', '関数'],
  copyArn: ['Copy ARN', 'ARN をコピー'],
  actions: ['Actions', 'アクション'],
  deleteFunction: ['Delete function', '関数の削除'],
  downloadCode: ['Download code .zip', 'コード .zip をダウンロード'],
  deleteDescription: [
    'In {connection}, {region}. This cannot be undone.',
    '{connection}、{region}。この操作は元に戻せません。',
  ],
  deleteStops: [
    'Everything that invokes this function, by name or ARN, fails from then on.',
    'この関数を名前または ARN で呼び出すものはすべて失敗するようになります。',
  ],
  alsoLogGroup: ['Also delete its log group', 'ロググループも削除'],
  alsoRole: ['Also delete its execution role', '実行ロールも削除'],
  alsoRoleDetail: [
    'Only when the console made it for this function.',
    'このコンソールがこの関数のために作成した場合のみ。',
  ],
  deleted: ['Function {name} deleted', '関数 {name} を削除しました'],
  tabs: ['Function', '関数'],
  code: ['Code', 'コード'],
  test: ['Test', 'テスト'],
  monitor: ['Monitor', 'モニタリング'],
  configuration: ['Configuration', '設定'],
  aliases: ['Aliases', 'エイリアス'],
  durableExecutions: ['Durable executions', '永続実行'],
  versions: ['Versions', 'バージョン'],
  undeployed: ['Undeployed changes', 'デプロイされていない変更'],
  roleNeeded: [
    'This needs the role developer. Ask an administrator for it.',
    'developer ロールが必要です。管理者に依頼してください。',
  ],
  state: {
    Active: ['Active', 'アクティブ'],
    Pending: ['Pending', '保留中'],
    Inactive: ['Inactive', '非アクティブ'],
    Failed: ['Failed', '失敗'],
    Deactivating: ['Deactivating', '無効化中'],
    Deactivated: ['Deactivated', '無効'],
    ActiveNonInvocable: ['Active, not invocable', 'アクティブ（呼び出し不可）'],
    Deleting: ['Deleting', '削除中'],
    updating: ['Updating', '更新中'],
    updateFailed: ['Update failed', '更新失敗'],
    throttled: ['Throttled', 'スロットリング中'],
  },
  throttledReason: [
    'Reserved concurrency is 0: every invocation is refused.',
    '予約された同時実行数が 0 のため、すべての呼び出しが拒否されます。',
  ],
  throttle: {
    item: ['Throttle', 'スロットリング'],
    change: ['Change concurrency', '同時実行を変更'],
    title: ['Throttle {name}', '{name} のスロットリング'],
    text: [
      'Sets reserved concurrency to 0: every invocation is refused from now on (429). Invocations that run go on to their end.',
      '予約された同時実行数を 0 に設定し、以後のすべての呼び出しを拒否します (429)。実行中の呼び出しは最後まで実行されます。',
    ],
    wasUnreserved: [
      'Now it uses unreserved account concurrency.',
      '現在は予約されていないアカウントの同時実行数を使用しています。',
    ],
    wasReserved: ['Now {count, number} are reserved for it.', '現在は {count, number} が予約されています。'],
    undo: [
      'Asynchronous events wait and are retried for up to 6 hours. Configuration, Concurrency takes it back.',
      '非同期イベントは待機し、最大 6 時間再試行されます。「設定」の「同時実行」で元に戻せます。',
    ],
    act: ['Throttle', 'スロットリング'],
    done: [
      '{name} is throttled: every invocation is refused',
      '{name} はスロットリング中です。すべての呼び出しが拒否されます',
    ],
  },
  notice: {
    Pending: ['The function is being created', '関数を作成しています'],
    pendingText: [
      'It can be invoked when its state is Active. This page looks again by itself.',
      '状態がアクティブになると呼び出せます。このページは自動的に更新されます。',
    ],
    pendingLong: [
      'It is still not ready. Reload the page to look again.',
      'まだ準備ができていません。ページを再読み込みしてください。',
    ],
    updating: ['An update is in progress', '更新を処理しています'],
    updatingText: [
      'Changes wait until it has ended. This page looks again by itself.',
      '完了するまで変更できません。このページは自動的に更新されます。',
    ],
    Failed: ['The function cannot be invoked', '関数を呼び出せません'],
    updateFailed: ['The last update failed', '前回の更新に失敗しました'],
    updateFailedText: [
      'The code and configuration from before it are in use.',
      '更新前のコードと設定が使用されています。',
    ],
    Inactive: ['The function is inactive', '関数は非アクティブです'],
    inactiveText: [
      'Its next invocation wakes it and may take longer.',
      '次の呼び出しで再開されます。通常より時間がかかる場合があります。',
    ],
  },
  missing: {
    title: ['{name} does not exist here', '{name} はここに存在しません'],
    text: [
      'There is no function of this name in this connection and Region. It may have been deleted, or it is in another Region.',
      'この接続とリージョンにこの名前の関数はありません。削除されたか、別のリージョンにある可能性があります。',
    ],
    back: ['Back to functions', '関数一覧に戻る'],
    create: ['Create function', '関数の作成'],
  },
  noSuchPart: [
    'This function has no such page. Choose a tab above.',
    'この関数にそのページはありません。上のタブを選択してください。',
  ],
  loading: ['Loading the function', '関数を読み込んでいます'],
});
