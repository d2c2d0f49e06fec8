/** Every English string, in ICU MessageFormat. */
export const en = {
  'app.name': 'Plaza',
  'app.loading': 'Opening Plaza…',
  'app.loadingLong': 'Still opening: the network is slow or gone. Plaza goes on trying.',
  'app.failed': 'Plaza could not start. Check your network, then try again.',
  'app.tryAgain': 'Try again',

  'field.email': 'Email',
  'field.password': 'Password',
  'field.username': 'Username',
  'field.passwordHint': 'At least {min} characters',
  'field.usernameHint':
    '{min} to {max} letters, digits or underscores. Everybody in the room sees it.',

  'email.invalid': 'This does not look like an e-mail address. Example: name@example.com',
  'email.taken': 'There is an account with this e-mail address already. Sign in instead.',
  'password.missing': 'Enter your password.',
  'password.tooShort': 'Choose a password of at least {min} characters.',
  'password.tooLong': 'Choose a password of at most {max} characters.',
  'password.weak': 'This password is too easy to guess. Choose another.',
  'username.too-short': 'A username has at least {min} characters.',
  'username.too-long': 'A username has at most {max} characters.',
  'username.characters': 'A username has only letters (A–Z), digits and underscores.',
  'username.reserved': 'This username is reserved. Choose another.',
  'username.taken': 'This username is taken. Choose another.',

  'signIn.title': 'Sign in',
  'signIn.submit': 'Sign in',
  'signIn.toSignUp': 'Sign up',
  'signIn.noAccount': 'New here?',
  'signIn.toReset': 'Forgot password?',
  'signIn.wrong': 'Email or password is wrong.',
  'signUp.title': 'Create your account',
  'signUp.submit': 'Create account',
  'signUp.toSignIn': 'Back to sign in',
  'resetPassword.title': 'Reset your password',
  'resetPassword.how': 'Plaza mails you a link with which you choose a new one.',
  'resetPassword.submit': 'Send link',
  'resetPassword.sent':
    'If there is an account for {email}, a link is on its way. Look into the spam folder, too.',
  'chooseUsername.title': 'Choose a username',
  'chooseUsername.why': 'Your account is ready. It only needs a name for the room.',
  'chooseUsername.submit': 'Save username',

  'problem.offline': 'The server cannot be reached. Check your network and try again.',
  'problem.tooMany': 'Too many tries. Wait a minute, then try again.',
  'problem.disabled': 'This account is disabled.',
  'problem.unknown': 'Something went wrong on the way. Try again.',

  'room.messages': 'Messages',
  'room.loading': 'Loading messages…',
  'room.empty': 'Nobody has written yet. Say hello!',
  'room.failed': 'Messages could not be loaded. Plaza goes on trying.',
  'room.memoryCache':
    'This browser does not let Plaza keep data, so only what is open now is kept: stay on this page until your messages are sent.',

  'composer.label': 'Message',
  'composer.placeholder': 'Write to everybody…',
  'composer.send': 'Send message',
  'composer.blank': 'Write something first.',
  'composer.tooLong':
    'A message has at most {max} characters. Take out {over, plural, one {# character} other {# characters}}.',
  'composer.left': '{left, plural, one {# character left} other {# characters left}}',
  'composer.attach': 'Attach images',
  'composer.pictures': 'Pictures of this message',
  'composer.preparing': 'Preparing {name}…',
  'composer.describe': 'Description of image {number}',
  'composer.altPlaceholder': 'Describe it for those who cannot see it',
  'composer.removeImage': 'Remove image {number}',
  'composer.waiting': 'Goes out as soon as its pictures are prepared. Escape holds it back.',
  'composer.tooMany':
    'A message takes {max} pictures. Remove some, and send them with the next one.',
  'composer.drop': 'Drop pictures to attach them',

  'picture.problem.empty': '{name} is empty. Choose another file.',
  'picture.problem.not-an-image': '{name} is not a picture. Photos and drawings can be sent.',
  'picture.problem.svg': '{name} is an SVG drawing, which cannot be sent. Save it as PNG first.',
  'picture.problem.heic':
    '{name} is in the HEIC format, which this browser cannot open. Save it as JPEG first.',
  'picture.problem.unreadable': '{name} is damaged or cannot be read. Choose another file.',
  'picture.problem.file-too-large':
    '{name} is too large: {megabytes} MB is the most. Choose a smaller one.',
  'picture.problem.too-many-pixels':
    '{name} has too many pixels: {megapixels} megapixels is the most. Scale it down first.',
  'picture.problem.failed':
    '{name} could not be prepared: there may be too little memory, or no network. Try again.',
  'picture.problem.left-out':
    '{name} was left out: a message takes {count} pictures. Send it with the next one.',

  'picture.open': 'Open image: {name}',
  'picture.undescribed': 'Picture {number} of {count} by {username}',
  'picture.rejected.not-an-image':
    'This picture could not be shown: its file is damaged or of an unknown kind.',
  'picture.rejected.too-many-pixels': 'This picture could not be shown: it has too many pixels.',
  'picture.rejected.too-slow': 'This picture could not be shown: preparing it took too long.',
  'picture.rejected.missing': 'This picture did not arrive.',

  'lightbox.title': 'Picture by {username}',
  'lightbox.close': 'Close',
  'lightbox.zoomIn': 'Zoom in',
  'lightbox.zoomOut': 'Zoom out',
  'lightbox.download': 'Download',
  'lightbox.previous': 'Previous picture',
  'lightbox.next': 'Next picture',
  'lightbox.place': '{number} of {count}',
  'lightbox.undescribed': 'Picture without a description',
  'lightbox.failed': 'The picture could not be loaded. Check your network.',
  'lightbox.tryAgain': 'Try again',
  'lightbox.notDownloaded':
    'The picture could not be downloaded. Check your network and try again.',

  'message.status.queued': 'Waiting for the network',
  'message.status.sending': 'Sending',
  'message.status.sent': 'Sent',
  'message.status.delivered': 'Delivered',
  'message.status.failed': 'Not sent',
  'room.memoryOutbox':
    'This browser could not keep your last message, its disk may be full: stay on this page until it is sent.',
  'trouble.cache':
    'The browser has lost what Plaza keeps on its disk. Reload the page: your messages and what you are writing stay.',
  'trouble.page':
    'Something broke on this page. Reload it: your messages and what you were writing are kept.',
  'trouble.reload': 'Reload the page',
  'failed.refused':
    'Not sent: the server has refused it several times. Try again later, or take it back.',
  'failed.no-profile': 'Not sent: your account is not complete. Sign out and in again, then retry.',
  'waiting.network':
    '{count, plural, one {# message is waiting. It is sent by itself when you are back, as long as Plaza is open.} other {# messages are waiting. They are sent by themselves when you are back, as long as Plaza is open.}}',
  'waiting.server':
    '{count, plural, one {# message is waiting for the server. It is sent by itself.} other {# messages are waiting for the server. They are sent by themselves.}}',
  'waiting.quota':
    '{count, plural, one {That was fast: # message waits for its turn. It is sent by itself.} other {That was fast: # messages wait for their turn. They are sent by themselves.}}',
  'waiting.blocked':
    '{count, plural, one {That was too much at once: # message has to wait. It is sent by itself.} other {That was too much at once: # messages have to wait. They are sent by themselves.}}',
  'waiting.session':
    '{count, plural, one {# message waits until you have signed in again.} other {# messages wait until you have signed in again.}}',
  'waiting.app-check':
    '{count, plural, one {# message waits: the server does not recognise this browser. Plaza goes on trying; reloading the page may help.} other {# messages wait: the server does not recognise this browser. Plaza goes on trying; reloading the page may help.}}',
  'waiting.retry':
    '{count, plural, one {The server has refused # message. Plaza tries again.} other {The server has refused the first of # messages. Plaza tries again.}}',
  'waiting.seconds': '{seconds, plural, one {Done in # second.} other {Done in # seconds.}}',
  'pending.edit': 'Edit',
  'pending.cancel': 'Cancel sending',
  'pending.retry': 'Retry',
  'pending.discard': 'Discard',
  'message.delete': 'Delete message',
  'deleteMessage.title': 'Delete this message?',
  'deleteMessage.text': 'It disappears for everybody, for good.',
  'deleteMessage.confirm': 'Delete',
  'dialog.cancel': 'Cancel',
  'dialog.close': 'Close',

  'connection.label': 'Connection',
  'connection.online': 'Online',
  'connection.reconnecting': 'Reconnecting…',
  'connection.offline': 'Offline. What you write is sent as soon as you are back.',

  'account.button': 'Account',
  'rename.title': 'Change username',
  'rename.how': 'Your messages carry the new name, too. The old one is kept for you for 30 days.',
  'rename.wait': 'A username can be changed every 10 minutes: yours again at {time}.',
  'rename.field': 'New username',
  'rename.submit': 'Save',
  'rename.checking': 'Looking whether it is free…',
  'rename.free': 'This username is free.',
  'rename.own': 'This username was yours: you can take it back.',
  'rename.case': 'You hold this username: only upper and lower case change.',
  'rename.taken': 'This username is taken. Choose another.',
  'rename.same': 'This is your username already.',
  'rename.unknown': 'The server cannot be reached to see whether it is free.',
  'rename.refused': 'The server did not accept this. Reload the page, then try again.',
  'person.loading': 'Loading messages…',
  'person.none': 'No messages.',
  'person.all': '{count, plural, one {One message} other {All {shown} messages}}, newest first.',
  'person.some':
    '{count, plural, one {One message} other {{shown} messages}} so far, newest first.',
  'person.fromCache': 'Without a network, only what this device knows is here.',
  'person.failed': 'The messages could not be loaded.',
  'person.more': 'Show older messages',
  'person.noPicture': 'A picture that is not there yet, or not shown',
  'person.unknown': 'Somebody',
  'person.deleted': 'This account has been deleted.',
  'person.since': 'Member since {date}',
  'person.list': 'Written by {username}',
  'person.hide': 'Hide messages',
  'person.show': 'Show messages',
  'myMessages.title': 'My messages',
  'myMessages.list': 'Written by you',
  'myMessages.selection': 'Selection',
  'myMessages.selectAll': 'Select all shown',
  'myMessages.select': 'Select: {text}',
  'myMessages.delete':
    '{count, plural, =0 {Delete} one {Delete # message} other {Delete # messages}}',
  'myMessages.confirmTitle':
    '{count, plural, one {Delete this message?} other {Delete these # messages?}}',
  'myMessages.confirmText': 'They disappear for everybody, for good.',
  'myMessages.deleting': 'Deleting: {deleted} of {all}…',
  'myMessages.waiting': 'Deleted as soon as the network is back: {deleted} of {all} so far.',
  'myMessages.deleted':
    '{count, plural, one {# message is deleted.} other {# messages are deleted.}}',
  'myMessages.failed': 'Some messages could not be deleted. Here is what is left: try again.',
  'settings.title': 'Account settings',
  'email.title': 'E-mail address',
  'email.verified': 'verified',
  'email.unverified': 'not verified yet',
  'email.verify': 'Send verification link',
  'email.sent': 'A link is on its way to {email}. Once you have followed it, it shows here.',
  'changePassword.title': 'Change password',
  'changePassword.current': 'Current password',
  'changePassword.new': 'New password',
  'changePassword.done': 'Your password is changed. Your other devices have to sign in again.',
  'password.wrong': 'This is not your password.',
  'export.title': 'Your data',
  'export.what': 'Your profile, all your messages and your pictures, as zip files.',
  'export.open': 'Export my data',
  'export.begun': 'Preparing your data…',
  'export.preparing': 'Preparing: {count, plural, one {# message} other {# messages}} so far…',
  'export.ready':
    'Ready, with {count, plural, one {# message} other {# messages}}. The links work until {time}, for whoever has them.',
  'export.parts': 'Files',
  'export.part': 'Part {part} of {parts} ({size})',
  'hidden.title': 'Hidden people',
  'hidden.none': 'You see everybody’s messages on this device.',
  'hidden.show': 'Show messages of {username}',
  'clearDevice.title': 'A device that you share',
  'clearDevice.why': 'Signs out and deletes all that Plaza keeps in this browser.',
  'clearDevice.open': 'Sign out and clear this device',
  'clearDevice.ask': 'Sign out and clear this device?',
  'clearDevice.text':
    '{count, plural, =0 {Everything has been sent; nothing is lost. Plaza starts here as if for the first time.} one {# message that is not sent yet is lost, and drafts are too.} other {# messages that are not sent yet are lost, and drafts are too.}}',
  'clearDevice.confirm': 'Sign out and clear',
  'deleteAccount.title': 'Delete account',
  'deleteAccount.open': 'Delete account…',
  'deleteAccount.what':
    'Your account, your username, all your messages and your pictures are deleted, for everybody and for good. Nobody can bring them back.',
  'deleteAccount.why': 'To be sure that it is you.',
  'deleteAccount.unsent':
    '{count, plural, one {# message that is not sent yet} other {# messages that are not sent yet}} will be lost, too.',
  'deleteAccount.submit': 'Delete my account',
  'deleteAccount.running': 'Deleting your account',
  'deleteAccount.begun': 'This takes a moment.',
  'deleteAccount.progress': 'Messages deleted: {deleted}. Still to go: {left}.',
  'signOut.title': 'Sign out?',
  'signOut.kept':
    '{count, plural, one {# message is not sent yet. It stays} other {# messages are not sent yet. They stay}} on this device, and {count, plural, one {goes} other {go}} out when you sign in here again.',
  'signOut.lost':
    '{count, plural, one {# message is not sent yet, and is} other {# messages are not sent yet, and are}} lost, because this browser lets Plaza keep nothing.',
  'farewell.accountDeleted':
    'Your account and your messages are deleted. Goodbye, and thank you for having been here.',
  'farewell.deviceCleared': 'You are signed out, and this device keeps nothing of Plaza.',
  'account.signOut': 'Sign out',

  'update.ready': 'A new version of Plaza is ready.',
  'update.replaced': 'Plaza has been updated in another tab. This one is the old version still.',
  'update.reload': 'Reload',
  'update.later': 'Later',
  'install.why': 'Install Plaza: it opens like an app, and starts without a network too.',
  'install.yes': 'Install',
  'install.no': 'No, thanks',

  'settings.language': 'Language',
  'settings.theme': 'Theme',
  'settings.theme.system': 'System',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
} as const;

export type MessageKey = keyof typeof en;
