/** Also what the program registers itself as on Windows (src/main/electron/host.ts): a test compares the two. */
export const APP_ID = 'vn.ledu.hoi-am'

/** What people read. File names stay ASCII: AppImage, deb, update feeds and some unzip programs need it. */
export const PRODUCT_NAME = 'Hồi Âm'

/** The program's file on Windows and Linux. */
export const EXECUTABLE = 'hoi-am'

/** The bundle on macOS; the Finder shows PRODUCT_NAME for it (build/mac/vi.lproj, build/mac/en.lproj). */
export const MAC_BUNDLE = 'Hoi Am'
