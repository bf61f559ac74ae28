using System.Net;

namespace Conference.Server.Turn;

/// <summary>The way to a TURN server, over which one question at a time is asked.</summary>
internal interface ITurnChannel : IAsyncDisposable
{
    /// <summary>The server's own address.</summary>
    IPAddress Server { get; }

    /// <summary>Asks.</summary>
    /// <returns>The answer; null when none came in time.</returns>
    Task<byte[]?> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken);
}
