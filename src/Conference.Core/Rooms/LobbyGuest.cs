using Conference.Core.Chat;

namespace Conference.Core.Rooms;

/// <summary>Somebody who waits in the lobby.</summary>
/// <param name="Id">Random, made for this wait. Hosts answer it.</param>
/// <param name="Person">Who.</param>
/// <param name="Name">The name they want to come in with.</param>
/// <param name="Since">Since when they wait.</param>
/// <param name="ConnectionId">The connection that waits for the answer.</param>
public sealed record LobbyGuest(string Id, PersonKey Person, string Name, DateTimeOffset Since, string ConnectionId);

/// <summary>A claim to a place in a lobby: this connection waits under that id.</summary>
/// <param name="RoomId">The room's key.</param>
/// <param name="GuestId">The wait.</param>
/// <param name="ConnectionId">The connection.</param>
public sealed record LobbyKey(long RoomId, string GuestId, string ConnectionId);
