/**
 * What a browser without the launch cookie is shown. It stands alone: nothing of the window is given
 * to a stranger, so its words cannot come from the window's message files.
 */
export const LOCKED_PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Hồi Âm</title>
<style>
:root { color-scheme: light dark }
body { margin: 20vh auto 0; max-width: 34rem; padding: 0 24px; font: 16px/1.6 system-ui, sans-serif }
h1 { font-size: 20px; margin: 0 0 8px }
p { margin: 0 0 32px }
</style>
</head>
<body>
<main>
<h1>Hồi Âm chưa nhận ra trình duyệt này</h1>
<p>Hãy mở bằng đường dẫn in ra khi chương trình khởi động. Mỗi đường dẫn chỉ dùng được một lần;
nếu đã dùng rồi, hãy tắt chương trình, khởi động lại và mở đường dẫn mới.</p>
<div lang="en">
<h1>Hồi Âm does not recognise this browser</h1>
<p>Open it with the link printed when the program started. Each link works once;
if it has been used, stop the program, start it again and open the new link.</p>
</div>
</main>
</body>
</html>
`
