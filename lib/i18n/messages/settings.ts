import { defineMessages } from '../define.ts';

export const settings = defineMessages({
  title: ['Settings', '設定'],
  appearance: {
    title: ['Appearance', '外観'],
    theme: ['Theme', 'テーマ'],
    themeHint: ['System follows the setting of this device.', '「システム」はこのデバイスの設定に従います。'],
    system: ['System', 'システム'],
    light: ['Light', 'ライト'],
    dark: ['Dark', 'ダーク'],
    density: ['Density', '密度'],
    densityHint: [
      'Compact shows more rows and lower controls. Touch screens keep their large targets.',
      'コンパクトでは行とコントロールが低くなり、より多く表示されます。タッチ画面の操作対象の大きさは変わりません。',
    ],
    comfortable: ['Comfortable', '標準'],
    compact: ['Compact', 'コンパクト'],
    language: ['Language', '言語'],
    languageHint: [
      'Names that AWS gives to its things stay as AWS writes them.',
      'AWS の用語は AWS の表記に従います。',
    ],
    english: ['English', 'English'],
    japanese: ['日本語', '日本語'],
    keptHint: ['Kept in this browser and applied at once.', 'このブラウザに保存され、すぐに適用されます。'],
  },
  keyboard: {
    title: ['Keyboard', 'キーボード'],
    shortcuts: ['Single-key shortcuts', '単一キーのショートカット'],
    shortcutsHint: [
      'Keys such as / and g f. The command palette (⌘K or Ctrl+K) always works.',
      '「/」や「g f」などのキー。コマンドパレット (⌘K または Ctrl+K) は常に使えます。',
    ],
  },
  about: {
    title: ['About', 'Lambdeck について'],
    version: ['Version', 'バージョン'],
    user: ['Signed in as', 'サインイン中のユーザー'],
    license: ['License', 'ライセンス'],
  },
});
