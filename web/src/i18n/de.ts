import type { MessageKey } from './en.ts';

/** Every German string, in ICU MessageFormat. It says "du", and sounds like a neighbour, not like an office. */
export const de: Readonly<Record<MessageKey, string>> = {
  'app.name': 'Plaza',
  'app.loading': 'Plaza wird geöffnet …',
  'app.loadingLong': 'Es dauert noch: Das Netz ist langsam oder weg. Plaza versucht es weiter.',
  'app.failed': 'Plaza konnte nicht starten. Prüfe dein Netz und versuche es noch einmal.',
  'app.tryAgain': 'Noch einmal versuchen',

  'field.email': 'E-Mail',
  'field.password': 'Passwort',
  'field.username': 'Benutzername',
  'field.passwordHint': 'Mindestens {min} Zeichen',
  'field.usernameHint':
    '{min} bis {max} Buchstaben, Ziffern oder Unterstriche. Alle im Raum sehen ihn.',

  'email.invalid': 'Das sieht nicht wie eine E-Mail-Adresse aus. Beispiel: name@example.com',
  'email.taken': 'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melde dich damit an.',
  'password.missing': 'Gib dein Passwort ein.',
  'password.tooShort': 'Wähle ein Passwort mit mindestens {min} Zeichen.',
  'password.tooLong': 'Wähle ein Passwort mit höchstens {max} Zeichen.',
  'password.weak': 'Dieses Passwort ist zu leicht zu erraten. Wähle ein anderes.',
  'username.too-short': 'Ein Benutzername hat mindestens {min} Zeichen.',
  'username.too-long': 'Ein Benutzername hat höchstens {max} Zeichen.',
  'username.characters':
    'Ein Benutzername besteht nur aus Buchstaben (A–Z), Ziffern und Unterstrichen.',
  'username.reserved': 'Dieser Benutzername ist reserviert. Wähle einen anderen.',
  'username.taken': 'Dieser Benutzername ist vergeben. Wähle einen anderen.',

  'signIn.title': 'Anmelden',
  'signIn.submit': 'Anmelden',
  'signIn.toSignUp': 'Konto anlegen',
  'signIn.noAccount': 'Neu hier?',
  'signIn.toReset': 'Passwort vergessen?',
  'signIn.wrong': 'E-Mail oder Passwort stimmt nicht.',
  'signUp.title': 'Lege dein Konto an',
  'signUp.submit': 'Konto anlegen',
  'signUp.toSignIn': 'Zurück zur Anmeldung',
  'resetPassword.title': 'Setze dein Passwort zurück',
  'resetPassword.how': 'Plaza schickt dir einen Link, mit dem du ein neues wählst.',
  'resetPassword.submit': 'Link senden',
  'resetPassword.sent':
    'Wenn es ein Konto für {email} gibt, ist ein Link unterwegs. Schau auch in den Spam-Ordner.',
  'chooseUsername.title': 'Wähle einen Benutzernamen',
  'chooseUsername.why': 'Dein Konto steht. Es fehlt nur noch ein Name für den Raum.',
  'chooseUsername.submit': 'Benutzernamen speichern',

  'problem.offline':
    'Der Server ist nicht zu erreichen. Prüfe dein Netz und versuche es noch einmal.',
  'problem.tooMany': 'Zu viele Versuche. Warte eine Minute und versuche es dann noch einmal.',
  'problem.disabled': 'Dieses Konto ist gesperrt.',
  'problem.unknown': 'Unterwegs ist etwas schiefgegangen. Versuche es noch einmal.',

  'room.skip': 'Zum Schreiben springen',
  'room.messages': 'Nachrichten',
  'room.loading': 'Nachrichten werden geladen …',
  'room.empty': 'Der Platz ist noch leer',
  'room.emptyHint': 'Noch hat niemand geschrieben. Sag hallo!',
  'room.allHidden': 'Nichts, was du sehen willst',
  'room.allHiddenHint':
    'Du hast Leute ausgeblendet, und von anderen ist nichts da. Die Kontoeinstellungen zeigen sie wieder.',
  'room.failed': 'Die Nachrichten konnten nicht geladen werden. Plaza versucht es weiter.',
  'room.history': 'Unterhaltung',
  'room.beginning': 'Hier fängt Plaza an.',
  'room.olderLoad': 'Ältere Nachrichten laden',
  'room.olderLoading': 'Ältere Nachrichten werden geladen …',
  'room.olderOffline': 'Ältere Nachrichten kommen, sobald du wieder online bist.',
  'room.olderFailed': 'Ältere Nachrichten konnten nicht geladen werden.',
  'room.unread': 'Neue Nachrichten',
  'room.jump': 'Zu den neuesten',
  'room.newMessagesAtLeast':
    '{count, plural, one {mindestens # neue Nachricht} other {mindestens # neue Nachrichten}}',
  'room.newMessages': '{count, plural, one {# neue Nachricht} other {# neue Nachrichten}}',
  'room.announceOne': '{name}: {text}',
  'room.memoryCache':
    'Dieser Browser lässt Plaza nichts speichern. Was gerade offen ist, geht mit der Seite verloren: Bleib hier, bis deine Nachrichten gesendet sind.',

  'composer.form': 'Schreiben',
  'composer.label': 'Nachricht',
  'composer.placeholder': 'Schreib an alle …',
  'composer.send': 'Nachricht senden',
  'composer.blank': 'Schreib erst etwas.',
  'composer.tooLong':
    'Eine Nachricht hat höchstens {max} Zeichen. Kürze sie um {over, plural, one {# Zeichen} other {# Zeichen}}.',
  'composer.left': '{left, plural, one {Noch # Zeichen} other {Noch # Zeichen}}',
  'composer.attach': 'Bilder anhängen',
  'composer.pictures': 'Bilder dieser Nachricht',
  'composer.preparing': '{name} wird vorbereitet …',
  'composer.describe': 'Beschreibung von Bild {number}',
  'composer.altPlaceholder': 'Beschreib dieses Bild',
  'composer.removeImage': 'Bild {number} entfernen',
  'composer.waiting':
    'Geht hinaus, sobald die Bilder vorbereitet sind. Escape oder eine Änderung hält sie zurück.',
  'composer.tooMany':
    'In eine Nachricht passen {max} Bilder. Nimm einige heraus und schick sie mit der nächsten.',
  'composer.drop': 'Bilder hier ablegen, um sie anzuhängen',

  'picture.problem.empty': '{name} ist leer. Wähl eine andere Datei.',
  'picture.problem.not-an-image': '{name} ist kein Bild. Senden lassen sich Fotos und Zeichnungen.',
  'picture.problem.svg':
    '{name} ist eine SVG-Zeichnung und lässt sich nicht senden. Speicher sie erst als PNG.',
  'picture.problem.heic':
    '{name} hat das Format HEIC, das dieser Browser nicht öffnen kann. Speicher es erst als JPEG.',
  'picture.problem.unreadable': '{name} ist beschädigt oder nicht lesbar. Wähl eine andere Datei.',
  'picture.problem.file-too-large':
    '{name} ist zu groß: Mehr als {megabytes} MB geht nicht. Wähl ein kleineres.',
  'picture.problem.too-many-pixels':
    '{name} hat zu viele Pixel: Mehr als {megapixels} Megapixel geht nicht. Verkleinere es erst.',
  'picture.problem.failed':
    '{name} konnte nicht vorbereitet werden: Vielleicht fehlt Speicher oder das Netz. Versuch es noch einmal.',
  'picture.problem.left-out':
    '{name} blieb draußen: In eine Nachricht passen {count} Bilder. Schick es mit der nächsten.',

  'picture.open': 'Bild öffnen: {name}',
  'picture.undescribed': 'Bild {number} von {count} von {username}',
  'picture.rejected.not-an-image':
    'Dieses Bild lässt sich nicht zeigen: Die Datei ist beschädigt oder von unbekannter Art.',
  'picture.rejected.too-many-pixels': 'Dieses Bild lässt sich nicht zeigen: Es hat zu viele Pixel.',
  'picture.rejected.too-slow':
    'Dieses Bild lässt sich nicht zeigen: Es vorzubereiten dauerte zu lange.',
  'picture.rejected.missing': 'Dieses Bild ist nicht angekommen.',

  'lightbox.title': 'Bild von {username}',
  'lightbox.zoomIn': 'Vergrößern',
  'lightbox.zoomOut': 'Verkleinern',
  'lightbox.download': 'Herunterladen',
  'lightbox.previous': 'Voriges Bild',
  'lightbox.next': 'Nächstes Bild',
  'lightbox.place': '{number} von {count}',
  'lightbox.undescribed': 'Bild ohne Beschreibung',
  'lightbox.failed': 'Das Bild konnte nicht geladen werden. Prüfe dein Netz.',
  'lightbox.notDownloaded':
    'Das Bild konnte nicht heruntergeladen werden. Prüfe dein Netz und versuch es noch einmal.',

  'message.images': '{count, plural, one {Ein Bild} other {# Bilder}}',
  'message.status.queued': 'Wartet',
  'message.status.sending': 'Wird gesendet',
  'message.status.sent': 'Gesendet',
  'message.status.delivered': 'Zugestellt',
  'message.status.failed': 'Nicht gesendet',
  'room.memoryOutbox':
    'Dieser Browser konnte deine letzte Nachricht nicht aufbewahren, vielleicht ist der Speicher voll: Bleib auf dieser Seite, bis sie gesendet ist.',
  'trouble.cache':
    'Der Browser hat verloren, was Plaza bei ihm aufbewahrt. Lade die Seite neu: Deine Nachrichten und dein Entwurf bleiben.',
  'trouble.page':
    'Auf dieser Seite ist etwas zerbrochen. Lade sie neu: Deine Nachrichten und dein Entwurf bleiben.',
  'trouble.reload': 'Seite neu laden',
  'failed.refused':
    'Nicht gesendet: Der Server hat die Nachricht mehrmals abgelehnt. Versuch es später noch einmal, oder nimm sie zurück.',
  'failed.no-profile':
    'Nicht gesendet: Dein Konto ist unvollständig. Melde dich ab und wieder an und versuch es dann noch einmal.',
  'failed.count':
    '{count, plural, one {# Nachricht wurde nicht gesendet.} other {# Nachrichten wurden nicht gesendet.}}',
  'waiting.network':
    '{count, plural, one {# Nachricht wartet. Sie geht von selbst hinaus, sobald du wieder im Netz bist und Plaza offen ist.} other {# Nachrichten warten. Sie gehen von selbst hinaus, sobald du wieder im Netz bist und Plaza offen ist.}}',
  'waiting.server':
    '{count, plural, one {# Nachricht wartet auf den Server. Sie geht von selbst hinaus.} other {# Nachrichten warten auf den Server. Sie gehen von selbst hinaus.}}',
  'waiting.quota':
    '{count, plural, one {Das ging schnell: # Nachricht wartet, bis sie an der Reihe ist. Sie geht von selbst hinaus.} other {Das ging schnell: # Nachrichten warten, bis sie an der Reihe sind. Sie gehen von selbst hinaus.}}',
  'waiting.blocked':
    '{count, plural, one {Das war zu viel auf einmal: # Nachricht muss warten. Sie geht von selbst hinaus.} other {Das war zu viel auf einmal: # Nachrichten müssen warten. Sie gehen von selbst hinaus.}}',
  'waiting.session':
    '{count, plural, one {# Nachricht wartet, bis du dich wieder angemeldet hast.} other {# Nachrichten warten, bis du dich wieder angemeldet hast.}}',
  'waiting.app-check':
    '{count, plural, one {# Nachricht wartet: Der Server erkennt diesen Browser nicht an. Plaza versucht es weiter; neu laden kann helfen.} other {# Nachrichten warten: Der Server erkennt diesen Browser nicht an. Plaza versucht es weiter; neu laden kann helfen.}}',
  'waiting.retry':
    '{count, plural, one {Der Server hat # Nachricht abgelehnt. Plaza versucht es noch einmal.} other {Der Server hat die erste von # Nachrichten abgelehnt. Plaza versucht es noch einmal.}}',
  'waiting.seconds': '{seconds, plural, one {Fertig in # Sekunde.} other {Fertig in # Sekunden.}}',
  'pending.edit': 'Bearbeiten',
  'pending.cancel': 'Nicht senden',
  'pending.retry': 'Erneut senden',
  'pending.discard': 'Verwerfen',
  'message.delete': 'Nachricht löschen',
  'deleteMessage.title': 'Diese Nachricht löschen?',
  'deleteMessage.text': 'Sie verschwindet für alle und für immer.',
  'deleteMessage.confirm': 'Löschen',
  'dialog.cancel': 'Abbrechen',
  'dialog.close': 'Schließen',

  'connection.label': 'Verbindung',
  'connection.online': 'Online',
  'connection.reconnecting': 'Verbindung wird gesucht …',
  'connection.offline': 'Offline',
  'connection.offlineHint': 'Was du schreibst, geht raus, sobald du wieder verbunden bist.',

  'account.button': 'Konto',
  'rename.title': 'Benutzernamen ändern',
  'rename.how':
    'Auch deine Nachrichten tragen dann den neuen Namen. Der alte bleibt 30 Tage lang für dich reserviert.',
  'rename.wait': 'Ein Benutzername lässt sich alle 10 Minuten ändern: deiner wieder um {time}.',
  'rename.field': 'Neuer Benutzername',
  'rename.submit': 'Speichern',
  'rename.checking': 'Es wird nachgesehen, ob er frei ist …',
  'rename.free': 'Dieser Benutzername ist frei.',
  'rename.own': 'Dieser Benutzername war deiner: Du kannst ihn zurücknehmen.',
  'rename.case': 'Dieser Benutzername gehört dir: Nur die Groß- und Kleinschreibung ändert sich.',
  'rename.taken': 'Dieser Benutzername ist vergeben. Wähle einen anderen.',
  'rename.same': 'So heißt du schon.',
  'rename.unknown': 'Der Server ist nicht zu erreichen, um nachzusehen, ob er frei ist.',
  'rename.refused':
    'Der Server hat das nicht angenommen. Lade die Seite neu und versuche es noch einmal.',
  'person.none': 'Keine Nachrichten.',
  'person.all':
    '{count, plural, one {Eine Nachricht} other {Alle {shown} Nachrichten}}, die neuesten zuerst.',
  'person.some':
    'Bisher {count, plural, one {eine Nachricht} other {{shown} Nachrichten}}, die neuesten zuerst.',
  'person.fromCache': 'Der Server ist nicht zu erreichen: Hier steht, was dieses Gerät kennt.',
  'person.failed': 'Die Nachrichten konnten nicht geladen werden.',
  'person.more': 'Ältere Nachrichten zeigen',
  'person.unknown': 'Jemand',
  'person.deleted': 'Dieses Konto wurde gelöscht.',
  'person.since': 'Dabei seit {date}',
  'person.list': 'Geschrieben von {username}',
  'person.hide': 'Nachrichten ausblenden',
  'person.show': 'Nachrichten zeigen',
  'myMessages.title': 'Meine Nachrichten',
  'myMessages.list': 'Von dir geschrieben',
  'myMessages.selection': 'Auswahl',
  'myMessages.selectAll': 'Alle gezeigten auswählen',
  'myMessages.select': 'Auswählen: {text} ({time})',
  'myMessages.delete':
    '{count, plural, =0 {Löschen} one {# Nachricht löschen} other {# Nachrichten löschen}}',
  'myMessages.confirmTitle':
    '{count, plural, one {Diese Nachricht löschen?} other {Diese # Nachrichten löschen?}}',
  'myMessages.confirmText':
    '{count, plural, one {Sie verschwindet} other {Sie verschwinden}} für alle und endgültig.',
  'myMessages.deleting': 'Wird gelöscht: {deleted} von {all} …',
  'myMessages.waiting': 'Gelöscht wird, sobald das Netz zurück ist: bisher {deleted} von {all}.',
  'myMessages.deleted':
    '{count, plural, one {# Nachricht ist gelöscht.} other {# Nachrichten sind gelöscht.}}',
  'myMessages.failed':
    'Einige Nachrichten konnten nicht gelöscht werden. Hier steht, was übrig ist: Versuche es noch einmal.',
  'settings.title': 'Kontoeinstellungen',
  'email.title': 'E-Mail-Adresse',
  'email.verified': 'bestätigt',
  'email.unverified': 'noch nicht bestätigt',
  'email.verify': 'Bestätigungslink senden',
  'email.sent': 'Ein Link an {email} ist unterwegs. Sobald du ihm gefolgt bist, steht es hier.',
  'changePassword.title': 'Passwort ändern',
  'changePassword.current': 'Jetziges Passwort',
  'changePassword.new': 'Neues Passwort',
  'changePassword.done':
    'Dein Passwort ist geändert. Deine anderen Geräte müssen sich neu anmelden.',
  'password.wrong': 'Das ist nicht dein Passwort.',
  'export.title': 'Deine Daten',
  'export.what': 'Dein Profil, alle deine Nachrichten und deine Bilder als Zip-Dateien.',
  'export.open': 'Meine Daten exportieren',
  'export.begun': 'Deine Daten werden vorbereitet …',
  'export.preparing':
    'Wird vorbereitet: bisher {count, plural, one {# Nachricht} other {# Nachrichten}} …',
  'export.ready':
    'Fertig, mit {count, plural, one {# Nachricht} other {# Nachrichten}}. Die Links gelten bis {time}, für alle, die sie haben.',
  'export.parts': 'Dateien',
  'export.part': 'Teil {part} von {parts} ({size})',
  'hidden.title': 'Ausgeblendete Leute',
  'hidden.none': 'Auf diesem Gerät siehst du die Nachrichten von allen.',
  'hidden.show': 'Nachrichten von {username} zeigen',
  'report.title': 'Nachricht melden',
  'report.what':
    'Die Moderation sieht sie sich an. Wer sie geschrieben hat, erfährt nicht, wer sie gemeldet hat.',
  'report.why': 'Was stimmt damit nicht?',
  'report.reason.spam': 'Spam oder Werbung',
  'report.reason.harassment': 'Beleidigung oder Belästigung',
  'report.reason.illegal': 'Etwas Verbotenes',
  'report.reason.other': 'Etwas anderes',
  'report.hide': 'Auch alle Nachrichten von {username} auf diesem Gerät ausblenden',
  'report.submit': 'Melden',
  'report.missing': 'Wähle, was mit der Nachricht nicht stimmt.',
  'report.reported': 'Danke. Die Moderation hat sie jetzt.',
  'report.already': 'Du hast diese Nachricht schon gemeldet.',
  'report.gone': 'Diese Nachricht wurde inzwischen gelöscht.',
  'report.too-many':
    'Das war viel in kurzer Zeit. Warte eine Minute und melde sie dann noch einmal.',
  'clearDevice.title': 'Ein Gerät, das du teilst',
  'clearDevice.why': 'Meldet dich ab und löscht alles, was Plaza in diesem Browser aufbewahrt.',
  'clearDevice.open': 'Abmelden und dieses Gerät leeren',
  'clearDevice.ask': 'Abmelden und dieses Gerät leeren?',
  'clearDevice.text':
    '{count, plural, =0 {Alles ist gesendet. Entwürfe gehen verloren, und Plaza beginnt hier wie beim ersten Mal.} one {# Nachricht, die noch nicht gesendet ist, geht verloren, Entwürfe auch.} other {# Nachrichten, die noch nicht gesendet sind, gehen verloren, Entwürfe auch.}}',
  'clearDevice.confirm': 'Abmelden und leeren',
  'deleteAccount.title': 'Konto löschen',
  'deleteAccount.open': 'Konto löschen …',
  'deleteAccount.what':
    'Dein Konto, dein Benutzername, alle deine Nachrichten und Bilder werden gelöscht, für alle und endgültig. Niemand kann sie zurückholen.',
  'deleteAccount.why': 'Damit sicher ist, dass du es bist.',
  'deleteAccount.unsent':
    'Auch {count, plural, one {# Nachricht, die noch nicht gesendet ist, geht} other {# Nachrichten, die noch nicht gesendet sind, gehen}} verloren.',
  'deleteAccount.submit': 'Mein Konto löschen',
  'deleteAccount.running': 'Dein Konto wird gelöscht',
  'deleteAccount.elsewhere':
    'Es wurde auf einem anderen Gerät aufgegeben. Seine Nachrichten verschwinden jetzt, und was dieses Gerät davon aufhebt, verschwindet beim Abmelden.',
  'deleteAccount.begun': 'Das dauert einen Moment.',
  'deleteAccount.progress': 'Gelöschte Nachrichten: {deleted}. Noch übrig: {left}.',
  'signOut.title': 'Abmelden?',
  'signOut.kept':
    '{count, plural, one {# Nachricht ist noch nicht gesendet. Sie bleibt auf diesem Gerät: Wenn du dich hier wieder anmeldest, geht sie hinaus oder lässt sich noch einmal versuchen, falls sie gescheitert ist.} other {# Nachrichten sind noch nicht gesendet. Sie bleiben auf diesem Gerät: Wenn du dich hier wieder anmeldest, gehen sie hinaus oder lassen sich noch einmal versuchen, falls sie gescheitert sind.}}',
  'signOut.lost':
    '{count, plural, one {# Nachricht ist noch nicht gesendet und geht} other {# Nachrichten sind noch nicht gesendet und gehen}} verloren, weil dieser Browser Plaza nichts speichern lässt.',
  'farewell.accountDeleted':
    'Dein Konto und deine Nachrichten sind gelöscht. Mach’s gut, und danke, dass du da warst.',
  'farewell.deviceCleared': 'Du bist abgemeldet, und dieses Gerät bewahrt nichts von Plaza auf.',
  'account.signOut': 'Abmelden',

  'welcome.text': 'Willkommen auf dem Platz, {username}! Was du hier schreibst, lesen alle.',
  'welcome.dismiss': 'Alles klar',
  'update.ready': 'Eine neue Version von Plaza ist da.',
  'update.replaced':
    'Plaza wurde in einem anderen Tab erneuert. Dieser hier ist noch die alte Version.',
  'update.reload': 'Neu laden',
  'update.later': 'Später',
  'install.why': 'Installiere Plaza: Es öffnet sich wie eine App und startet auch ohne Netz.',
  'install.byHand':
    'Vom Home-Bildschirm aus öffnet sich Plaza wie eine App: Tippe auf „Teilen“, dann auf „Zum Home-Bildschirm“.',
  'install.understood': 'Alles klar',
  'install.yes': 'Installieren',
  'install.no': 'Nein, danke',

  'settings.appearance': 'Aussehen',
  'settings.language': 'Sprache',
  'settings.theme': 'Farben',
  'settings.theme.system': 'System',
  'settings.theme.light': 'Hell',
  'settings.theme.dark': 'Dunkel',
};
