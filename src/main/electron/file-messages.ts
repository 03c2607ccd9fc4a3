/** What the shell says about files and folders. Part of `messages.ts`. */
export const FILE_MESSAGES = {
  vi: {
    /** How numbers and days are written. */
    locale: 'vi-VN',
    saveHere: 'Lưu vào đây',
    folderFor: {
      secondPlace: 'Chọn thư mục làm nơi thứ hai',
      bringBack: 'Chọn thư mục để khôi phục',
    },
    useFolder: 'Chọn thư mục này',
    chooseAnother: 'Chọn chỗ khác…',
    dontSave: 'Không lưu nữa',
    notSaved: 'Chưa lưu được “{name}”',
    saveProblem: {
      'in-use':
        'Tệp cùng tên ở chỗ này đang được chương trình khác mở, hoặc đã bị khóa. Tệp cũ vẫn nguyên vẹn. Hãy đóng tệp đó rồi lưu lại, hoặc lưu dưới tên khác.',
      'read-only':
        'Thư mục này không cho ghi tệp. Hãy chọn thư mục khác, chẳng hạn thư mục Tài liệu của anh/chị.',
      'disk-full':
        'Ổ đĩa này không còn đủ chỗ trống, hoặc không chứa được tệp lớn như vậy. Hãy xóa bớt tệp không cần nữa hoặc chọn ổ đĩa khác.',
      gone: 'Không còn thấy thư mục này: ổ đĩa hoặc USB có thể đã bị rút ra, hoặc mất kết nối mạng. Hãy cắm lại hoặc chọn chỗ khác.',
      'bad-name':
        'Máy không nhận tên này cho tệp. Hãy đặt tên khác, không có các ký tự \\ / : * ? " < > |.',
      'too-long':
        'Đường dẫn đến tệp dài quá mức máy cho phép. Hãy đặt tên ngắn hơn hoặc chọn thư mục gần gốc ổ đĩa hơn.',
      unknown: 'Máy không cho ghi tệp vào chỗ này. Hãy chọn chỗ khác.',
    },
    fileKinds: {
      pdf: 'Tệp PDF',
      excel: 'Bảng tính Excel',
      csv: 'Bảng CSV',
      archive: 'Tệp nén ZIP',
      email: 'Thư điện tử (EML)',
      calendar: 'Lịch (ICS)',
      picture: 'Hình ảnh',
      text: 'Văn bản thuần',
      word: 'Văn bản Word',
      sound: 'Âm thanh',
      other: 'Tệp',
      any: 'Mọi loại tệp',
    },
    dataFolder: {
      several: 'Máy này có {n} thư mục chứa dữ liệu Hồi Âm. Anh/chị dùng thư mục nào?',
      severalDetail:
        'Chương trình không tự chọn thay anh/chị. Lựa chọn được ghi nhớ trên máy này; thư mục còn lại không bị thay đổi.',
      severalLine: '{n}. {dir}\n    Sửa lần cuối {when}, dung lượng {size}',
      useNth: 'Dùng thư mục {n}',
      quit: 'Thoát',
      gone: 'Không thấy thư mục dữ liệu',
      goneDetail:
        '{dir}\n\nỔ đĩa chứa thư mục này có thể chưa được cắm, hoặc thư mục đã bị chuyển đi hay đổi tên. Hãy cắm lại ổ đĩa rồi bấm Thử lại, hoặc chọn thư mục khác. Chương trình không tự tạo dữ liệu mới thay vào đó.',
      retry: 'Thử lại',
      choose: 'Chọn thư mục khác…',
      chooseTitle: 'Chọn thư mục chứa dữ liệu Hồi Âm, trên ổ đĩa của máy này',
      useThis: 'Dùng thư mục này',
      cancel: 'Hủy',
      unfit: 'Thư mục này không dùng để chứa dữ liệu được',
      reasons: {
        NETWORK_SHARE:
          'Thư mục nằm trên máy chủ hoặc ổ đĩa mạng, nơi cơ sở dữ liệu dễ bị hỏng khi mất kết nối. Hãy chọn thư mục trên ổ đĩa của chính máy này.',
        CLOUD_SYNC:
          'Thư mục được OneDrive, Dropbox, Google Drive, iCloud hay chương trình tương tự đồng bộ; việc đồng bộ làm hỏng cơ sở dữ liệu đang mở và đưa dữ liệu ra ngoài. Hãy chọn thư mục không được đồng bộ.',
        UNREACHABLE:
          'Không vào được thư mục: ổ đĩa có thể đã bị rút ra hoặc bị lỗi. Hãy cắm lại ổ đĩa hoặc chọn thư mục khác.',
        PATH_TOO_LONG:
          'Đường dẫn của thư mục này quá dài để mở cơ sở dữ liệu. Hãy chọn thư mục có đường dẫn ngắn hơn.',
        READ_ONLY:
          'Thư mục không cho ghi tệp. Hãy chọn thư mục khác, hoặc nhờ người quản trị máy cấp quyền ghi.',
        DISK_FULL: 'Ổ đĩa đã đầy. Hãy xóa bớt tệp không cần nữa hoặc chọn ổ đĩa khác.',
        OTHER: 'Máy không cho dùng thư mục này. Hãy chọn thư mục khác.',
      },
      restart: 'Khởi động lại Hồi Âm với thư mục này?',
      restartWithBoard:
        '{dir}\n\nThư mục này đã có dữ liệu Hồi Âm; chương trình sẽ mở dữ liệu đó. Thư mục cũ không bị chuyển đi hay xóa.',
      restartEmpty:
        '{dir}\n\nThư mục này chưa có dữ liệu, nên chương trình sẽ bắt đầu từ thiết lập lần đầu. Nếu muốn dùng tiếp dữ liệu cũ, hãy bấm Hủy, chép cả thư mục cũ vào ổ đĩa của máy này, rồi chọn thư mục vừa chép. Thư mục cũ không bị chuyển đi hay xóa.',
      restartNow: 'Khởi động lại',
      notRemembered:
        'Chưa ghi nhớ được lựa chọn này, nên chương trình giữ nguyên thư mục cũ. Hãy kiểm tra chỗ trống và quyền ghi trên ổ đĩa hệ thống rồi chọn lại.',
    },
    startProblem: {
      PROGRAM_INCOMPLETE:
        'Chương trình bị thiếu tệp nên không khởi động được. Dữ liệu của ban không bị ảnh hưởng. Hãy chạy lại bộ cài Hồi Âm, hoặc báo người phụ trách kỹ thuật.',
      DISK_FULL:
        'Ổ đĩa đã đầy nên chương trình không khởi động được. Dữ liệu đã lưu vẫn còn. Hãy xóa bớt tệp không cần nữa rồi mở lại chương trình.',
      READ_ONLY:
        'Chương trình không ghi được vào thư mục của mình nên không khởi động được. Dữ liệu đã lưu vẫn còn. Hãy nhờ người quản trị máy cấp quyền ghi, hoặc chọn thư mục dữ liệu khác.',
      DATA_FOLDER_UNFIT:
        'Không dùng được thư mục dữ liệu: ổ đĩa có thể đã bị rút ra, hoặc thư mục nằm ở chỗ không an toàn. Hãy cắm lại ổ đĩa rồi mở lại chương trình, hoặc chọn thư mục khác.',
      OTHER:
        'Chương trình không khởi động được. Dữ liệu đã lưu vẫn còn. Hãy mở lại; nếu vẫn lỗi, hãy khởi động lại máy, rồi báo người phụ trách kỹ thuật kèm tệp nhật ký.',
    },
    startProblemFoot: 'Mã lỗi: {code}\nTệp nhật ký: {log}',
    openLog: 'Mở tệp nhật ký',
    copySupport: 'Sao chép thông tin hỗ trợ',
    support: {
      title: 'Thông tin hỗ trợ của Hồi Âm (không có dữ liệu cá nhân)',
      program: 'Chương trình',
      system: 'Hệ điều hành',
      language: 'Ngôn ngữ của máy',
      engine: 'Cơ sở dữ liệu',
      size: 'Dung lượng thư mục dữ liệu',
      log: 'Những dòng cuối của tệp nhật ký',
    },
  },
  en: {
    locale: 'en-GB',
    saveHere: 'Save Here',
    folderFor: {
      secondPlace: 'Choose the Folder of the Second Place',
      bringBack: 'Choose the Folder to Restore From',
    },
    useFolder: 'Choose This Folder',
    chooseAnother: 'Choose Another Place…',
    dontSave: 'Don’t Save',
    notSaved: '“{name}” could not be saved',
    saveProblem: {
      'in-use':
        'A file of this name is open in another program, or locked. It was not changed. Close it and save again, or save under another name.',
      'read-only':
        'This folder does not take files. Choose another, for example your Documents folder.',
      'disk-full':
        'There is not enough room on this disk, or it cannot hold a file this large. Delete files no longer needed or choose another disk.',
      gone: 'This folder can no longer be reached: the disk or USB stick may have been taken out, or the network is gone. Connect it again or choose another place.',
      'bad-name':
        'The computer does not take this name for a file. Choose another, without the characters \\ / : * ? " < > |.',
      'too-long':
        'The path to the file is longer than the computer allows. Choose a shorter name or a folder nearer to the top of the disk.',
      unknown: 'The computer does not allow the file to be written here. Choose another place.',
    },
    fileKinds: {
      pdf: 'PDF file',
      excel: 'Excel workbook',
      csv: 'CSV table',
      archive: 'ZIP archive',
      email: 'E-mail (EML)',
      calendar: 'Calendar (ICS)',
      picture: 'Picture',
      text: 'Plain text',
      word: 'Word document',
      sound: 'Sound',
      other: 'File',
      any: 'All files',
    },
    dataFolder: {
      several: 'This computer has {n} folders with Hồi Âm data. Which one do you use?',
      severalDetail:
        'The program does not choose for you. What you choose is remembered on this computer; the other folder is not changed.',
      severalLine: '{n}. {dir}\n    Last changed {when}, size {size}',
      useNth: 'Use Folder {n}',
      quit: 'Quit',
      gone: 'The data folder is not there',
      goneDetail:
        '{dir}\n\nThe disk that holds it may not be connected, or the folder was moved or renamed. Connect the disk and press Try Again, or choose another folder. The program does not make new data in its place.',
      retry: 'Try Again',
      choose: 'Choose Another Folder…',
      chooseTitle: 'Choose the folder for Hồi Âm’s data, on a disk of this computer',
      useThis: 'Use This Folder',
      cancel: 'Cancel',
      unfit: 'This folder cannot hold the data',
      reasons: {
        NETWORK_SHARE:
          'The folder is on a server or network drive, where a database is easily damaged when the connection is lost. Choose a folder on a disk of this computer.',
        CLOUD_SYNC:
          'The folder is synchronised by OneDrive, Dropbox, Google Drive, iCloud or the like; this damages an open database and carries the data out of the house. Choose a folder that is not synchronised.',
        UNREACHABLE:
          'The folder cannot be reached: the disk may have been taken out, or has failed. Connect it again or choose another folder.',
        PATH_TOO_LONG:
          'The path of this folder is too long for the database to be opened. Choose a folder with a shorter path.',
        READ_ONLY:
          'The folder does not take files. Choose another, or ask whoever looks after the computer for the right to write there.',
        DISK_FULL: 'The disk is full. Delete files no longer needed or choose another disk.',
        OTHER: 'The computer does not allow this folder to be used. Choose another.',
      },
      restart: 'Restart Hồi Âm with this folder?',
      restartWithBoard:
        '{dir}\n\nThis folder holds Hồi Âm data already; the program will open it. The old folder is neither moved nor deleted.',
      restartEmpty:
        '{dir}\n\nThis folder holds no data yet, so the program will begin with the first set-up. To go on with the old data, press Cancel, copy the whole old folder to a disk of this computer, and choose the copy. The old folder is neither moved nor deleted.',
      restartNow: 'Restart',
      notRemembered:
        'The choice could not be remembered, so the program stays with the old folder. Check free space and permissions on the system disk, then choose again.',
    },
    startProblem: {
      PROGRAM_INCOMPLETE:
        'Files of the program are missing, so it could not start. The board’s data is not affected. Run the Hồi Âm installer again, or tell the person in charge of the computers.',
      DISK_FULL:
        'The disk is full, so the program could not start. What was saved is kept. Delete files no longer needed and open the program again.',
      READ_ONLY:
        'The program cannot write into its own folder, so it could not start. What was saved is kept. Ask whoever looks after the computer for the right to write there, or choose another data folder.',
      DATA_FOLDER_UNFIT:
        'The data folder cannot be used: its disk may have been taken out, or it is in a place that is not safe. Connect the disk and open the program again, or choose another folder.',
      OTHER:
        'The program could not start. What was saved is kept. Open it again; if this repeats, restart the computer, then tell the person in charge of the computers and send them the log.',
    },
    startProblemFoot: 'Error code: {code}\nLog: {log}',
    openLog: 'Open the Log',
    copySupport: 'Copy Support Information',
    support: {
      title: 'Support information of Hồi Âm (no personal data)',
      program: 'Program',
      system: 'System',
      language: 'Language of the computer',
      engine: 'Database',
      size: 'Size of the data folder',
      log: 'Last lines of the log',
    },
  },
} as const
