namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.LobbyAnswered"/>.</summary>
/// <param name="Admitted">True: call <c>JoinRoom</c> again for the seat. False: the wait is over.</param>
public sealed record LobbyAnsweredEvent(bool Admitted);
