using Conference.Core;
using Conference.Server.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Conference.Server.Endpoints;

/// <summary>Gives every refusal under <c>/api</c> and <c>/hub</c> a body with a code for programs and a sentence for people.</summary>
internal sealed class RefusalMiddleware(RequestDelegate next, ILogger<RefusalMiddleware> logger)
{
    private const string MalformedSentence = "The request is malformed.";
    private const string FaultSentence = "Something went wrong on the server.";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            CheckCharset(context.Request);
            await next(context);
            await ExplainAsync(context);
        }
        catch (ConferenceException refusal)
        {
            await WriteAsync(context, StatusOf(refusal.Code), refusal.Code, refusal.Message);
        }
        catch (BadHttpRequestException refusal)
        {
            await WriteAsync(context, refusal.StatusCode, ErrorCodes.InvalidRequest, MalformedSentence);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            NoteGone(context.Response);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            EndpointLog.Fault(logger, exception);
            await WriteAsync(context, StatusCodes.Status500InternalServerError, ErrorCodes.ServerFault, FaultSentence);
        }
    }

    /// <summary>JSON is UTF-8. The framework takes a charset that it cannot read, or one in quotes, for a fault of the server.</summary>
    private static void CheckCharset(HttpRequest request)
    {
        if (request.IsApi()
            && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.Charset is { Length: > 0 } charset
            && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException(MalformedSentence, StatusCodes.Status415UnsupportedMediaType);
        }
    }

    /// <summary>For the log; who is gone reads nothing any more, and may have gone in the middle of the answer.</summary>
    private static void NoteGone(HttpResponse response)
    {
        if (!response.HasStarted)
        {
            response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
    }

    private static Task ExplainAsync(HttpContext context)
    {
        var response = context.Response;
        var isSilent = response is { HasStarted: false, StatusCode: >= 400, ContentType: null };
        if (!isSilent || !(context.Request.IsApi() || context.Request.IsHub()))
        {
            return Task.CompletedTask;
        }

        var (code, sentence) = response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => (ErrorCodes.InvalidRequest, MalformedSentence),
            StatusCodes.Status401Unauthorized => (ErrorCodes.NotAllowed, "Open the page first: this call needs its cookie."),
            StatusCodes.Status403Forbidden => (ErrorCodes.NotAllowed, "Calls from this page are not allowed."),
            StatusCodes.Status429TooManyRequests => (ErrorCodes.TooFast, "Too many requests. Wait a moment."),
            >= 500 => (ErrorCodes.ServerFault, FaultSentence),
            _ => (ErrorCodes.InvalidRequest, "There is nothing here that takes such a request."),
        };
        return WriteAsync(context, response.StatusCode, code, sentence);
    }

    private static int StatusOf(string code) => code switch
    {
        ErrorCodes.RoomNotFound => StatusCodes.Status404NotFound,
        ErrorCodes.NotAllowed or ErrorCodes.SignInRequired => StatusCodes.Status403Forbidden,
        ErrorCodes.TooFast => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    };

    private static Task WriteAsync(HttpContext context, int status, string code, string sentence) =>
        Results.Problem(new ProblemDetails { Status = status, Detail = sentence, Extensions = { ["code"] = code } }).ExecuteAsync(context);
}
