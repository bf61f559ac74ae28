namespace Conference.BareRelay;

/// <summary>What the relay tells its clients.</summary>
public interface IRelayClient
{
    Task Message(RelayMessage message);
}
