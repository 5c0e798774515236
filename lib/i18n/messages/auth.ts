import { defineMessages } from '../define.ts';

export const auth = defineMessages({
  title: ['Sign in', 'サインイン'],
  userName: ['User name', 'ユーザー名'],
  password: ['Password', 'パスワード'],
  showPassword: ['Show password', 'パスワードを表示'],
  hidePassword: ['Hide password', 'パスワードを隠す'],
  submit: ['Sign in', 'サインイン'],
  language: ['Language', '言語'],
  version: ['Version {version}', 'バージョン {version}'],
  forgotten: [
    'No account, or password forgotten? Ask an administrator. Theirs is reset by another LAMBDECK_ADMIN_PASSWORD.',
    'アカウントがない、またはパスワードを忘れた場合は、管理者に連絡してください。管理者のパスワードは LAMBDECK_ADMIN_PASSWORD を変更するとリセットされます。',
  ],
  denied: ['User name and password do not match.', 'ユーザー名またはパスワードが正しくありません。'],
  throttled: [
    'Too many attempts. Try again in five minutes.',
    '試行回数が多すぎます。5 分後にもう一度お試しください。',
  ],
  failed: [
    'Signing in failed because of a fault in the console. Its log has the cause.',
    'コンソールの不具合によりサインインできませんでした。原因はログに記録されています。',
  ],
  empty: ['Enter user name and password.', 'ユーザー名とパスワードを入力してください。'],
  continueWith: ['Continue with {provider}', '{provider} で続行'],
  orLocal: ['or with a local account', 'またはローカルアカウントで'],
  problem: {
    unreachable: [
      '{provider} did not answer as it should. Try again in a moment; local accounts work meanwhile. The log has the cause.',
      '{provider} から正しい応答がありませんでした。しばらくしてからもう一度お試しください。その間もローカルアカウントは使えます。原因はログに記録されています。',
    ],
    untrusted: [
      'What {provider} answered does not prove who you are, so nobody was signed in. An administrator finds the cause in the audit log.',
      '{provider} の応答では本人であることを確認できなかったため、サインインしませんでした。原因は管理者が監査ログで確認できます。',
    ],
    misconfigured: [
      '{provider} does not take this console for its client. An administrator has to look at LAMBDECK_OIDC_CLIENT_ID and LAMBDECK_OIDC_CLIENT_SECRET; the log has the answer.',
      '{provider} はこのコンソールをクライアントとして認めませんでした。管理者が LAMBDECK_OIDC_CLIENT_ID と LAMBDECK_OIDC_CLIENT_SECRET を確認してください。応答はログに記録されています。',
    ],
    declined: [
      '{provider} did not sign you in: it was cancelled, or you may not use this application there.',
      '{provider} でサインインできませんでした。キャンセルされたか、このアプリケーションの利用が許可されていません。',
    ],
    expired: [
      'This sign-in was begun too long ago, in another browser, or has been used already. Begin again.',
      'このサインインは開始から時間が経ちすぎたか、別のブラウザで開始されたか、すでに使用されています。もう一度始めてください。',
    ],
    'no-role': [
      'Your account at {provider} is in no group that may use this console. Ask an administrator for one.',
      '{provider} のアカウントは、このコンソールを利用できるグループに属していません。管理者に連絡してください。',
    ],
    disabled: [
      'An administrator has disabled your user in this console.',
      'このコンソールのユーザーは管理者によって無効にされています。',
    ],
    full: [
      'This console has as many users as it keeps. Ask an administrator to delete some.',
      'このコンソールのユーザー数が上限に達しています。不要なユーザーの削除を管理者に依頼してください。',
    ],
    throttled: [
      'Too many attempts. Try again in five minutes.',
      '試行回数が多すぎます。5 分後にもう一度お試しください。',
    ],
    failed: [
      'Signing in failed because of a fault in the console. Its log has the cause.',
      'コンソールの不具合によりサインインできませんでした。原因はログに記録されています。',
    ],
  },
  claim: [
    'Your Lambda functions and APIs, on your own machine or in your account.',
    'Lambda 関数と API を、手元のマシンでもアカウントでも。',
  ],
  claimDetail: [
    'Code, test, deploy and watch them in one place. The local engine works without a network.',
    'コード、テスト、デプロイ、モニタリングを一か所で。ローカルエンジンはネットワークなしで動作します。',
  ],
});
