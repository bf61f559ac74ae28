namespace Conference.Data;

/// <summary>Why the server does not start: one sentence for whoever runs it, who can do something about it.</summary>
public sealed class StartException(string message, Exception? innerException = null) : Exception(message, innerException);
