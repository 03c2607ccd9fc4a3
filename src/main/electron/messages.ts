export type ShellLanguage = 'vi' | 'en'

/** The few words the shell says itself, outside the window: native dialogs and the menu. */
const MESSAGES = {
  vi: {
    saveTitle: 'Lưu tệp',
    folderTitle: 'Chọn thư mục để lưu',
    coreGaveUp:
      'Phần lõi của chương trình dừng liên tục nên không được khởi động lại. Dữ liệu đã lưu vẫn còn. ' +
      'Hãy mở lại chương trình; nếu lỗi lặp lại, hãy báo người phụ trách kỹ thuật.',
    windowGaveUp:
      'Cửa sổ bị lỗi liên tục nên đã đóng. Dữ liệu đã lưu vẫn còn. Hãy mở lại chương trình.',
    startFailed: 'Chương trình không khởi động được. Hãy cài đặt lại.',
    updateNotInstalled:
      'Bản mới chưa được cài: tệp đã tải không mở được hoặc không còn đúng như lúc tải. Bản đang dùng và dữ liệu ' +
      'vẫn còn nguyên. Hãy mở lại chương trình rồi tải lại bản mới.',
    quit: 'Thoát Hồi Âm',
    hide: 'Ẩn Hồi Âm',
    edit: 'Sửa',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    cut: 'Cắt',
    copy: 'Sao chép',
    paste: 'Dán',
    selectAll: 'Chọn tất cả',
    view: 'Xem',
    resetZoom: 'Cỡ chữ mặc định',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    fullScreen: 'Toàn màn hình',
    developerTools: 'Công cụ lập trình',
  },
  en: {
    saveTitle: 'Save file',
    folderTitle: 'Choose a folder to save into',
    coreGaveUp:
      'The core of the program keeps stopping and was not started again. What was saved is kept. ' +
      'Open the program again; if this repeats, tell the person in charge of the computers.',
    windowGaveUp:
      'The window kept failing and was closed. What was saved is kept. Open the program again.',
    startFailed: 'The program could not start. Please install it again.',
    updateNotInstalled:
      'The new version was not installed: the downloaded file would not open or is no longer as it was downloaded. ' +
      'The present version and all data are as they were. Open the program again and download it again.',
    quit: 'Quit Hồi Âm',
    hide: 'Hide Hồi Âm',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    view: 'View',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    developerTools: 'Developer Tools',
  },
} as const

export type ShellMessages = (typeof MESSAGES)[ShellLanguage]

/** The first of the person's languages that we speak; Vietnamese when there is none. */
export function shellLanguage(preferred: readonly string[]): ShellLanguage {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0]
    if (language === 'vi' || language === 'en') return language
  }
  return 'vi'
}

export function shellMessages(language: ShellLanguage): ShellMessages {
  return MESSAGES[language]
}
