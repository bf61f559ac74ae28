using Conference.Core;
using Conference.ProtocolTypes;
using Conference.Server.Hubs;

// Writes the TypeScript file named by the first argument.
var writer = new TypeScriptWriter();
foreach (var message in Contract.Messages(typeof(IConferenceServer).Assembly))
{
    writer.AddMessage(message);
}

writer.AddErrorCodes(typeof(ErrorCodes));
writer.AddInterface("ConferenceServer", typeof(IConferenceServer));
writer.AddInterface("ConferenceClient", typeof(IConferenceClient));

Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[0]))!);
File.WriteAllText(args[0], writer.ToString());
