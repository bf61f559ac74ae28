using System.Buffers;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Conference.Core;
using Conference.Server.Hubs.Filters;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Conference.Server.Hubs;

/// <summary>
/// SignalR's JSON protocol with our error codes: calls that could not be read, or that name no method of ours, never reach the hub or its
/// filters, so they get their code here.
/// </summary>
internal sealed class StrictJsonHubProtocol(JsonHubProtocol json) : IHubProtocol
{
    private static readonly FrozenSet<string> Methods =
        typeof(IConferenceServer).GetMethods().Select(method => method.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public string Name => json.Name;

    public int Version => json.Version;

    public TransferFormat TransferFormat => json.TransferFormat;

    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => json.GetMessageBytes(message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => json.WriteMessage(message, output);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        if (!json.TryParseMessage(ref input, binder, out message))
        {
            return false;
        }

        message = Judge(message);
        return true;
    }

    private static HubMessage Judge(HubMessage message) => message switch
    {
        InvocationBindingFailureMessage failure => Fail(failure.InvocationId, failure.Target),
        StreamInvocationMessage stream => Fail(stream.InvocationId, stream.Target),
        InvocationMessage { StreamIds.Length: > 0 } call => Fail(call.InvocationId, call.Target),
        InvocationMessage call when !Methods.Contains(call.Target) || call.Arguments.Contains(null) => Fail(call.InvocationId, call.Target),
        _ => message,
    };

    private static InvocationBindingFailureMessage Fail(string? invocationId, string target)
    {
        var failure = Methods.Contains(target)
            ? ErrorFilter.Failure(ErrorCodes.InvalidRequest, "The request is missing something, or has something of the wrong type.")
            : ErrorFilter.Failure(ErrorCodes.UnknownMethod, "There is no such method.");
        return new InvocationBindingFailureMessage(invocationId, target, ExceptionDispatchInfo.Capture(failure));
    }
}
