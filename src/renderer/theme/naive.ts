import type { GlobalThemeOverrides } from 'naive-ui'

import type { ThemeTokens } from './tokens.ts'

const SANS = "'Be Vietnam Pro', system-ui, sans-serif"
const MONO = "ui-monospace, 'Cascadia Mono', 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace"

/** Naive UI in the program's own colours, sizes and quick motion. */
export function naiveOverrides(tokens: ThemeTokens): GlobalThemeOverrides {
  return {
    common: {
      // The least a finger or an unsteady hand can hit: WCAG 2.2, 2.5.8.
      heightTiny: '24px',
      fontFamily: SANS,
      fontFamilyMono: MONO,
      fontSize: '14px',
      fontSizeSmall: '13px',
      fontSizeMedium: '14px',
      lineHeight: '1.5',
      borderRadius: '6px',
      borderRadiusSmall: '4px',
      primaryColor: tokens.accent,
      primaryColorHover: tokens.accentHover,
      primaryColorPressed: tokens.accentPressed,
      primaryColorSuppl: tokens.accent,
      errorColor: tokens.late,
      errorColorHover: tokens.late,
      errorColorPressed: tokens.late,
      errorColorSuppl: tokens.late,
      warningColor: tokens.soon,
      successColor: tokens.calm,
      infoColor: tokens.info,
      bodyColor: tokens.canvas,
      cardColor: tokens.surface,
      modalColor: tokens.raised,
      popoverColor: tokens.raised,
      tableColor: tokens.surface,
      inputColor: tokens.surface,
      hoverColor: tokens.hover,
      borderColor: tokens.edge,
      dividerColor: tokens.border,
      textColorBase: tokens.text,
      textColor1: tokens.text,
      textColor2: tokens.text,
      textColor3: tokens.muted,
      placeholderColor: tokens.muted,
      placeholderColorDisabled: tokens.muted,
      textColorDisabled: tokens.muted,
      iconColor: tokens.muted,
      boxShadow2: tokens.shadow,
      cubicBezierEaseInOut: 'ease-out',
    },
    Button: {
      textColorPrimary: tokens.onAccent,
      textColorHoverPrimary: tokens.onAccent,
      textColorPressedPrimary: tokens.onAccent,
      textColorFocusPrimary: tokens.onAccent,
      textColorDisabledPrimary: tokens.onAccent,
      textColorError: tokens.surface,
      textColorHoverError: tokens.surface,
      textColorPressedError: tokens.surface,
      textColorFocusError: tokens.surface,
      border: `1px solid ${tokens.edge}`,
      fontWeight: '500',
    },
    Input: {
      border: `1px solid ${tokens.edge}`,
      borderDisabled: `1px solid ${tokens.border}`,
      color: tokens.surface,
      colorFocus: tokens.surface,
      lineHeightTextarea: '1.55',
    },
    Dropdown: { optionHeightMedium: '36px' },
    Tooltip: { color: tokens.text, textColor: tokens.surface },
  }
}
