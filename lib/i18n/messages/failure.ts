import { defineMessages } from '../define.ts';

/** Words for each kind of `ConsoleError`: the fact, and what to do next. */
export const failure = defineMessages({
  nextSteps: ['What to do next', '次に行うこと'],
  details: ['Details', '詳細'],
  requestId: ['Request ID', 'リクエスト ID'],
  reference: ['Reference', '参照番号'],
  operation: ['Operation', 'オペレーション'],
  errorName: ['Error', 'エラー'],
  time: ['Time', '時刻'],
  copyValue: ['Copy {what}', '{what} をコピー'],
  invalid: {
    title: ['A value was refused', '値が受け付けられませんでした'],
    step1: [
      'Correct the value named above and try again. Nothing was changed.',
      '上に示された値を修正して、もう一度お試しください。何も変更されていません。',
    ],
  },
  'not-found': {
    title: ['It does not exist', '見つかりません'],
    step1: [
      'Check the name, the connection and the Region in the top bar.',
      '名前と、上部バーの接続およびリージョンを確認してください。',
    ],
    step2: ['If someone deleted it, create it again.', '削除された場合は、もう一度作成してください。'],
  },
  conflict: {
    title: ['It changed or is busy', '変更されたか、処理中です'],
    step1: [
      'Reload the page to see its present state, then make the change again.',
      'ページを再読み込みして現在の状態を確認し、もう一度変更してください。',
    ],
  },
  denied: {
    title: ['Access was denied', 'アクセスが拒否されました'],
    step1: [
      'Ask the owner of the account to allow the operation named here.',
      'ここに示されたオペレーションの許可をアカウントの管理者に依頼してください。',
    ],
    step2: ['Or use a connection with more rights.', 'または、より多くの権限を持つ接続を使用してください。'],
  },
  throttled: {
    title: ['Too many requests', 'リクエストが多すぎます'],
    step1: ['Wait a few seconds and try again.', '数秒待ってから、もう一度お試しください。'],
  },
  quota: {
    title: ['A quota is used up', 'クォータの上限に達しました'],
    step1: ['Delete what is no longer needed.', '不要になったものを削除してください。'],
    step2: [
      'Or request a higher quota for this account and Region.',
      'または、このアカウントとリージョンのクォータ引き上げを申請してください。',
    ],
  },
  unreachable: {
    title: ['The endpoint did not answer', 'エンドポイントから応答がありません'],
    step1: [
      'Check that this server can reach the address of the connection.',
      'このサーバーから接続先のアドレスに到達できるか確認してください。',
    ],
    step2: ['Work on another connection meanwhile.', 'その間は別の接続で作業できます。'],
  },
  failed: {
    title: ['The service failed', 'サービス側でエラーが発生しました'],
    step1: [
      'Try again. A change may have been made all the same: look before you repeat it.',
      'もう一度お試しください。変更は適用されている可能性があるため、繰り返す前に確認してください。',
    ],
    step2: [
      'If it happens again, give the request ID to whoever runs the endpoint.',
      '再び発生する場合は、エンドポイントの管理者にリクエスト ID を伝えてください。',
    ],
  },
  unsupported: {
    title: ['The endpoint does not offer this', 'エンドポイントが対応していません'],
    step1: [
      'Use a connection whose endpoint has this operation.',
      'このオペレーションに対応したエンドポイントの接続を使用してください。',
    ],
  },
  unexpected: {
    title: ['Something unexpected happened', '予期しない問題が発生しました'],
    text: [
      'This page could not be shown because of a fault in the console. Nothing was changed by showing it.',
      'コンソールの不具合により、このページを表示できませんでした。表示によって変更されたものはありません。',
    ],
    step1: ['Try again.', 'もう一度お試しください。'],
    step2: [
      'If it happens again, look for the reference in the log of this server.',
      '再び発生する場合は、このサーバーのログで参照番号を探してください。',
    ],
  },
});
