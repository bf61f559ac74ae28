using System.IO.Pipelines;

namespace Conference.Server.Hubs.Connections;

/// <summary>A connection's two directions.</summary>
internal sealed record GuardedPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
