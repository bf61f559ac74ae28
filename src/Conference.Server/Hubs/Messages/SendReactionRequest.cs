using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>A reaction to be shown.</summary>
/// <param name="Reaction">Which one.</param>
public sealed record SendReactionRequest(Reaction Reaction);
