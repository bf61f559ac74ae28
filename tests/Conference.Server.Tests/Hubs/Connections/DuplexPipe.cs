using System.IO.Pipelines;

namespace Conference.Server.Tests.Hubs.Connections;

/// <summary>One end of a connection.</summary>
internal sealed record DuplexPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
