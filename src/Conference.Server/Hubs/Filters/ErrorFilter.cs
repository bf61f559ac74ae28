using Conference.Core;
using Microsoft.AspNetCore.SignalR;

namespace Conference.Server.Hubs.Filters;

/// <summary>Gives every failed call a stable code: a refusal its own, anything else <c>server_fault</c> and a line in the log.</summary>
internal sealed class ErrorFilter(ILogger<ErrorFilter> logger) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (ConferenceException refusal)
        {
            HubLog.CallRefused(logger, invocationContext.HubMethodName, refusal.Code);
            throw Failure(refusal.Code, refusal.Message);
        }
        catch (OperationCanceledException) when (invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be answered; the end of the connection frees what it held.
            throw Failure(ErrorCodes.ServerFault, "The connection is gone.");
        }
        catch (Exception fault)
        {
            HubLog.CallFailed(logger, fault, invocationContext.HubMethodName);
            throw Failure(ErrorCodes.ServerFault, "Something went wrong on the server. Try again.");
        }
    }

    internal static HubException Failure(string code, string sentence) => new($"{code}: {sentence}");
}
