import { FILE_MESSAGES } from './file-messages.ts'

export type ShellLanguage = 'vi' | 'en'

/** The few words the shell says itself, outside the window: native dialogs and the menu. */
const MESSAGES = {
  vi: {
    ...FILE_MESSAGES.vi,
    saveTitle: 'Lưu tệp',
    folderTitle: 'Chọn thư mục để lưu',
    coreGaveUp:
      'Phần xử lý của chương trình dừng liên tục nên không được khởi động lại. Dữ liệu đã lưu vẫn còn. ' +
      'Hãy mở lại chương trình; nếu lỗi lặp lại, hãy báo người phụ trách kỹ thuật.',
    windowGaveUp:
      'Cửa sổ bị lỗi liên tục nên đã đóng. Dữ liệu đã lưu vẫn còn. Hãy mở lại chương trình.',
    updateNotInstalled:
      'Bản mới chưa được cài: tệp đã tải không mở được hoặc không còn đúng như lúc tải. Bản đang dùng và dữ liệu ' +
      'vẫn còn nguyên. Hãy mở lại chương trình rồi tải lại bản mới.',
    pageNotLoaded:
      'Cửa sổ chương trình không mở được ({reason}). Dữ liệu đã lưu vẫn còn. Hãy khởi động lại máy rồi mở lại ' +
      'chương trình; nếu vẫn không được, hãy cài đặt lại (dữ liệu không bị mất) hoặc báo người phụ trách kỹ thuật.',
    uncaught:
      'Chương trình gặp lỗi ngoài dự kiến nên phải đóng. Dữ liệu đã lưu vẫn còn. Hãy mở lại chương trình; ' +
      'nếu lỗi lặp lại, hãy báo người phụ trách kỹ thuật.',
    hanging: 'Cửa sổ không phản hồi',
    hangingDetail:
      'Anh/chị có thể chờ thêm hoặc tải lại cửa sổ. Những gì đã lưu không mất; nội dung đang nhập dở ' +
      'được lấy lại ở những chỗ có bản nháp.',
    hangingWait: 'Chờ thêm',
    hangingReload: 'Tải lại cửa sổ',
    copying: 'Dữ liệu đang được sao lưu',
    copyingDetail:
      'Sao lưu xong, chương trình tự đóng. Nếu thoát ngay thì hôm nay chưa có bản sao lưu; dữ liệu không bị ảnh hưởng.',
    copyingWait: 'Chờ sao lưu xong',
    copyingLeave: 'Thoát, không sao lưu',
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
      updates: 'Kiểm tra bản mới…',
      today: 'Hôm nay',
      complaints: 'Khiếu nại',
      steps: 'Biện pháp',
      letters: 'Thư',
      firms: 'Công ty an ninh mạng',
      figures: 'Số liệu',
      audit: 'Nhật ký',
      settings: 'Cài đặt',
      palette: 'Chuyển nhanh…',
      print: 'In…',
      find: 'Tìm trong trang…',
      findNext: 'Tìm tiếp',
      findPrevious: 'Tìm ngược',
      lock: 'Khóa và đăng xuất',
    },
  },
  en: {
    ...FILE_MESSAGES.en,
    saveTitle: 'Save file',
    folderTitle: 'Choose a folder to save into',
    coreGaveUp:
      'The core of the program keeps stopping and was not started again. What was saved is kept. ' +
      'Open the program again; if this repeats, tell the person in charge of the computers.',
    windowGaveUp:
      'The window kept failing and was closed. What was saved is kept. Open the program again.',
    updateNotInstalled:
      'The new version was not installed: the downloaded file would not open or is no longer as it was downloaded. ' +
      'The present version and all data are as they were. Open the program again and download it again.',
    pageNotLoaded:
      'The window of the program could not be opened ({reason}). What was saved is kept. Restart the computer and ' +
      'open the program again; if that does not help, install it again (no data is lost) or tell the person in ' +
      'charge of the computers.',
    uncaught:
      'The program met an unexpected error and has to close. What was saved is kept. Open the program again; ' +
      'if this repeats, tell the person in charge of the computers.',
    hanging: 'The window does not respond',
    hangingDetail:
      'You can wait, or load the window again. What was saved is kept; what was half typed comes back ' +
      'wherever there is a draft.',
    hangingWait: 'Wait',
    hangingReload: 'Load Again',
    copying: 'The data is being backed up',
    copyingDetail:
      'The program closes by itself when the copy is made. If you leave now there is no copy for today; the data ' +
      'itself is not affected.',
    copyingWait: 'Wait for the Copy',
    copyingLeave: 'Leave Without a Copy',
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
      updates: 'Check for Updates…',
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

/** Words with the reason they were said for, a code. */
export function withReason(words: string, reason: string): string {
  return words.replace('{reason}', reason)
}

export function shellMessages(language: ShellLanguage): ShellMessages {
  return MESSAGES[language]
}
