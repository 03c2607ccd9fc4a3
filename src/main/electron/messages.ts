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
    about: 'Ban quản trị website',
    /** Titles with `&` before the letter that opens them with Alt on Windows. */
    menu: {
      file: '&Tệp',
      edit: '&Sửa',
      view: '&Xem',
      go: 'Đ&i',
      window: 'Cửa sổ',
      help: 'Trợ &giúp',
      about: 'Giới thiệu Hồi Âm',
      services: 'Dịch vụ',
      hide: 'Ẩn Hồi Âm',
      hideOthers: 'Ẩn mục khác',
      unhide: 'Hiển thị tất cả',
      quit: 'Thoát Hồi Âm',
      exit: 'Thoát',
      undo: 'Hoàn tác',
      redo: 'Làm lại',
      cut: 'Cắt',
      copy: 'Sao chép',
      paste: 'Dán',
      pastePlain: 'Dán không kèm định dạng',
      delete: 'Xóa',
      selectAll: 'Chọn tất cả',
      resetZoom: 'Cỡ thực',
      zoomIn: 'Phóng to',
      zoomOut: 'Thu nhỏ',
      fullScreen: 'Toàn màn hình',
      developerTools: 'Công cụ lập trình',
      minimise: 'Thu nhỏ',
      zoomWindow: 'Thu phóng',
      front: 'Đưa tất cả ra phía trước',
      close: 'Đóng cửa sổ',
    },
    commands: {
      intake: 'Tiếp nhận khiếu nại',
      verify: 'Đối chiếu thư',
      keys: 'Phím tắt',
      today: 'Hôm nay',
      complaints: 'Khiếu nại',
      steps: 'Biện pháp',
      letters: 'Thư',
      firms: 'Công ty an ninh mạng',
      figures: 'Số liệu',
      audit: 'Nhật ký',
      settings: 'Cài đặt',
      palette: 'Đi nhanh…',
      print: 'In…',
      find: 'Tìm trong trang…',
      findNext: 'Tìm tiếp',
      findPrevious: 'Tìm ngược',
      lock: 'Khóa và đăng xuất',
    },
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
    about: 'The management board of the website',
    menu: {
      file: '&File',
      edit: '&Edit',
      view: '&View',
      go: '&Go',
      window: 'Window',
      help: '&Help',
      about: 'About Hồi Âm',
      services: 'Services',
      hide: 'Hide Hồi Âm',
      hideOthers: 'Hide Others',
      unhide: 'Show All',
      quit: 'Quit Hồi Âm',
      exit: 'Exit',
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      pastePlain: 'Paste as Plain Text',
      delete: 'Delete',
      selectAll: 'Select All',
      resetZoom: 'Actual Size',
      zoomIn: 'Zoom In',
      zoomOut: 'Zoom Out',
      fullScreen: 'Full Screen',
      developerTools: 'Developer Tools',
      minimise: 'Minimize',
      zoomWindow: 'Zoom',
      front: 'Bring All to Front',
      close: 'Close Window',
    },
    commands: {
      intake: 'Take a Complaint',
      verify: 'Verify a Letter',
      keys: 'Keyboard Shortcuts',
      today: 'Today',
      complaints: 'Complaints',
      steps: 'Remedies',
      letters: 'Letters',
      firms: 'Security Firms',
      figures: 'Figures',
      audit: 'Journal',
      settings: 'Settings',
      palette: 'Go To…',
      print: 'Print…',
      find: 'Find in Page…',
      findNext: 'Find Next',
      findPrevious: 'Find Previous',
      lock: 'Lock and Sign Out',
    },
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
