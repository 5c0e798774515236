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
  claim: [
    'Your Lambda functions and APIs, on your own machine or in your account.',
    'Lambda 関数と API を、手元のマシンでもアカウントでも。',
  ],
  claimDetail: [
    'Code, test, deploy and watch them in one place. The local engine works without a network.',
    'コード、テスト、デプロイ、モニタリングを一か所で。ローカルエンジンはネットワークなしで動作します。',
  ],
});
