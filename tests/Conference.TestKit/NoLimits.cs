namespace Conference.TestKit;

/// <summary>The limits of what strangers may do, so high that nobody meets them: for tests of what lies behind.</summary>
public static class NoLimits
{
    private static readonly string[] Counted =
    [
        "ChatRate", "ChatBurst", "SignalRate", "SignalBurst", "OtherRate", "OtherBurst", "RoomCallRate", "RoomCallBurst", "OutboxMessages",
        "JoinRate", "JoinBurst", "VisitorJoinRate", "VisitorJoinBurst", "ConnectRate", "ConnectBurst", "Connections", "AddressConnections", "VisitorConnections",
        "Sockets", "AddressSockets",
        "WrongCodeRate", "WrongCodeBurst", "VisitorWrongCodeRate", "VisitorWrongCodeBurst", "RoomRate", "RoomBurst", "RequestRate", "RequestBurst",
    ];

    private static readonly string[] Measured = ["ByteRate", "ByteBurst", "OutboxBytes", "VisitorTextRate", "VisitorTextBurst", "RoomTextRate", "RoomTextBurst", "TextRate", "TextBurst"];

    /// <summary>Configuration that a server starts with.</summary>
    public static IEnumerable<(string Key, string Value)> Settings =>
    [
        .. Counted.Select(key => ($"Limits:{key}", "1000000")), .. Measured.Select(key => ($"Limits:{key}", "1000000000")), ("Limits:FrameShare", "100"),
    ];

    /// <summary>Leaves a server the limits that it has by itself, those too that tests rarely want.</summary>
    public static void KeepLimits(this ConferenceServerOptions options)
    {
        foreach (var key in options.Settings.Keys.Where(key => key.StartsWith("Limits:", StringComparison.Ordinal)).ToList())
        {
            options.Settings.Remove(key);
        }
    }

    /// <summary>Takes a server's limits away.</summary>
    public static void LiftLimits(this ConferenceServerOptions options)
    {
        foreach (var (key, value) in Settings)
        {
            options.Settings[key] = value;
        }
    }
}
