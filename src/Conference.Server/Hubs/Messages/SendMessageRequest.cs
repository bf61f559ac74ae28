namespace Conference.Server.Hubs.Messages;

/// <summary>A chat message to be stored.</summary>
/// <param name="Id">Random 128 bits made by the sender, as 32 lower-case hexadecimal digits; the same on every retry.</param>
/// <param name="Text">1 to 4,000 characters, not only white space; line feeds are kept.</param>
public sealed record SendMessageRequest(string Id, string Text);
