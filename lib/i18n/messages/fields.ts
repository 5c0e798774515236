import { defineMessages } from '../define.ts';

/** Words that every form of a list of fields uses. */
export const fields = defineMessages({
  on: ['On', 'オン'],
  off: ['Off', 'オフ'],
  none: ['None', 'なし'],
  notWhole: ['Type a whole number.', '整数を入力してください。'],
  settleFirst: [
    'Choose first whether to reload or to keep yours',
    '先に「再読み込み」か「自分の変更を重ねる」を選択してください',
  ],
  paste: ['Paste an ARN instead', '代わりに ARN を貼り付ける'],
  choose: ['Choose from the list instead', '代わりに一覧から選択する'],
  oneALine: ['One a line', '1 行に 1 つ'],
  chosen: ['({count} chosen)', '({count} 件選択)'],
  filter: ['Filter {what}', '{what}を絞り込む'],
  chooseFile: ['Choose file', 'ファイルを選択'],
  noFile: ['No file chosen', 'ファイルが選択されていません'],
  fileTooLarge: ['{name} is larger than {max}.', '{name} は {max} を超えています。'],
  noMatches: ['No matches', '一致する項目はありません'],
});
