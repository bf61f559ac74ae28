using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>What the caller's devices do now.</summary>
/// <param name="Media">Both states.</param>
public sealed record SetMediaRequest(ParticipantMedia Media);
