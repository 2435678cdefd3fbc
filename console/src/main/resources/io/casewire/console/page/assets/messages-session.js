export const SESSION = {
  'account.signIn': ['登录', 'Sign in'],
  'account.label': ['已登录：{0}', 'Signed in: {0}'],
  'account.as': ['当前身份：', 'Signed in as '],
  'account.until': ['有效至 {0}', 'Until {0}'],
  'account.renewed': ['由统一身份认证登录，会话自动延续', 'Signed in by your organisation; the session goes on by itself'],
  'account.out': ['退出登录', 'Sign out'],
  'account.everywhere': ['在所有设备上退出', 'Sign out everywhere'],
  'account.everywhere.title': ['让 {0} 在所有设备上退出？', 'Sign {0} out everywhere?'],
  'account.everywhere.what': [
    '该身份在其他浏览器中的登录也会立即失效，再次登录需要新的链接。',
    'Sessions of this person in other browsers end too. Signing in again takes a new link.'],
  'account.stay': ['取消', 'Cancel'],

  'who.and': ['、', ', '],
  'who.role.reader': ['查阅', 'Reader'],
  'who.role.publisher': ['文件上传', 'Publisher'],
  'who.role.region': ['地区填报', 'Region'],
  'who.role.coordinator': ['审核协调', 'Coordinator'],
  'who.role.agency': ['订阅单位', 'Agency'],
  'who.role.auditor': ['审计', 'Auditor'],
  'who.role.operator': ['运维', 'Operator'],

  'signin.title': ['登录', 'Sign in'],
  'signin.ask': ['是否以下列身份登录：', 'Sign in as '],
  'signin.mark': ['？', '?'],
  'signin.as': ['以“{0}”的身份登录', 'Sign in as {0}'],
  'signin.role': ['角色', 'Role'],
  'signin.place': ['地区或单位', 'Region or agency'],
  'signin.until': ['有效至', 'Until'],
  'signin.instead': ['您现在以“{0}”的身份登录，将被替换。', 'You are signed in as {0}; that session ends.'],
  'signin.yourself': [
    '如果这不是您本人的身份，请不要登录，并告知运维人员。此链接只能使用一次。',
    'If this is not you, do not sign in, and tell the operator. The link works once.'],
  'signin.not': ['不登录', 'Do not sign in'],
  'signin.failed': ['未能登录', 'You are not signed in'],
  'signin.already': ['当前身份：', 'You are signed in as '],
  'signin.how': [
    '请向运维人员索取登录链接。链接十分钟内有效，只能使用一次；打开后会显示身份，确认后即可登录。',
    'Ask the operator for a link. It is good for ten minutes and works once; it shows who you are before it signs you in.'],
  'signin.issuer': [
    '请使用本单位的统一身份认证账号登录。公开内容无需登录即可查阅。',
    "Sign in with your organisation's account. What is public can be read without."],
  'signin.issuer.go': ['前往统一身份认证登录', 'Sign in with your organisation'],
  'signin.issuer.again': ['重新登录', 'Try again'],
  'signin.failed.refused': [
    '统一身份认证未同意此次登录。', 'Your organisation\'s sign-in said no.'],
  'signin.failed.expired': [
    '登录未在十分钟内完成，或是在另一个浏览器中开始的。', 'The sign-in took longer than ten minutes, or was begun in another browser.'],
  'signin.failed.issuer-away': [
    '暂时无法连接统一身份认证，请稍后再试。', 'Your organisation\'s sign-in cannot be reached at the moment. Try again later.'],
  'signin.failed.answer-refused': [
    '统一身份认证的答复不正确，未能登录。请告知运维人员，控制台日志写明了原因。',
    'The answer of your organisation\'s sign-in is not right. Tell the operator: the log of the console says why.'],
  'signin.failed.token-refused': [
    '您的账号没有本系统的权限，或权限信息不完整。请告知运维人员，控制台日志写明了原因。',
    'Your account has no rights here, or what is said of it is not complete. Tell the operator: the log of the console says why.'],
  'signin.closed': [
    '此系统未开放登录，公开内容无需登录即可查阅。',
    'Nobody can sign in here. What is public can be read without.'],
  'signin.operator': ['运维人员在服务器上运行：', 'The operator runs, on the server:'],
  'signin.on': ['返回首页', 'To the overview'],

  'session.close': ['关闭', 'Close'],
  'session.soon': [
    '登录将于 {0} 到期。请及时提交，或先用新的链接登录；页面上的内容不会丢失。',
    'The session ends at {0}. Submit in time, or sign in by a new link first; nothing on this page is lost.'],
  'session.ended': ['登录已失效（到期或被注销）。', 'The session has ended: it expired or was revoked.'],
  'session.ended.kept': [
    '已填写的内容仍在本页。请在另一个标签页登录，再回到这里提交。',
    'What you typed is still here. Sign in in another tab, then come back and submit.'],
  'session.ended.unsent': [
    '未作任何更改，已填写的内容仍在本页。请在另一个标签页登录，再回到这里提交。',
    'Nothing was changed, and what you typed is still here. Sign in in another tab, then come back and submit.'],
  'session.out': ['已退出登录。', 'You are signed out.'],
  'session.out.everywhere': ['已在所有设备上退出登录。', 'You are signed out everywhere.'],
  'session.out.here': [
    '此浏览器已退出登录，但服务器未能注销该会话，到期前仍有效。请告知运维人员。',
    'This browser is signed out, but the session could not be ended and lasts until it expires. Tell the operator.'],
  'session.out.failed': ['未能退出登录：{0}', 'You could not be signed out: {0}'],
};
